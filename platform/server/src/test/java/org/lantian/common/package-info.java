@NullMarked
package org.lantian.common;

import org.jspecify.annotations.NullMarked;
