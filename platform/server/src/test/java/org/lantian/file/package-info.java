@NullMarked
package org.lantian.file;

import org.jspecify.annotations.NullMarked;
