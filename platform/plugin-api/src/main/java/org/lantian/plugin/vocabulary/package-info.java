/** The closed word lists of the outline: upgrade types, task aspects, problem areas, pollutants. */
@NullMarked
package org.lantian.plugin.vocabulary;

import org.jspecify.annotations.NullMarked;
