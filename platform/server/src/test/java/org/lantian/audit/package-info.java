@NullMarked
package org.lantian.audit;

import org.jspecify.annotations.NullMarked;
