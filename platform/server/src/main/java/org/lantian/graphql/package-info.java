/**
 * The machinery of the API: controller, schema, wiring, errors, limits. Each feature contributes through its own
 * {@code .graphql} sub-package. Must not know any feature.
 */
@NullMarked
package org.lantian.graphql;

import org.jspecify.annotations.NullMarked;
