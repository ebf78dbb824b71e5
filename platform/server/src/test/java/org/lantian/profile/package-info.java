@NullMarked
package org.lantian.profile;

import org.jspecify.annotations.NullMarked;
