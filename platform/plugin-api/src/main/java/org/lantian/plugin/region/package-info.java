/**
 * What a province adds to the common outline: its document template, class words, indicators, target rules, task
 * patterns, grade schemes, reporting calendar, consequences and limits. Holds data only; every entry has an id and, where
 * it states a rule, its source. Must not name a county, a person or an enterprise.
 */
@NullMarked
package org.lantian.plugin.region;

import org.jspecify.annotations.NullMarked;
