/**
 * What every feature may use: the error type and its sentences, the actor, the clock's zone, bounded CPU work. Owns
 * no table. Must not know tenants, GraphQL or any feature.
 */
@NullMarked
package org.lantian.common;

import org.jspecify.annotations.NullMarked;
