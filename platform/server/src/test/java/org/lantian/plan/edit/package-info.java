/** Tests of merging words. */
@org.jspecify.annotations.NullMarked
package org.lantian.plan.edit;
