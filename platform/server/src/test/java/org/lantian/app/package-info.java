@NullMarked
package org.lantian.app;

import org.jspecify.annotations.NullMarked;
