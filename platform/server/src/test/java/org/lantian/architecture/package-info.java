@NullMarked
package org.lantian.architecture;

import org.jspecify.annotations.NullMarked;
