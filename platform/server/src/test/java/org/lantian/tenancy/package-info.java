@NullMarked
package org.lantian.tenancy;

import org.jspecify.annotations.NullMarked;
