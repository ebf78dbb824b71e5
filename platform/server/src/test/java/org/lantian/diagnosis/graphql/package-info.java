/** Tests of diagnosis through the API. */
@NullMarked
package org.lantian.diagnosis.graphql;

import org.jspecify.annotations.NullMarked;
