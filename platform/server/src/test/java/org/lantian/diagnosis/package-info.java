/** Tests of diagnosis on real PostgreSQL. */
@NullMarked
package org.lantian.diagnosis;

import org.jspecify.annotations.NullMarked;
