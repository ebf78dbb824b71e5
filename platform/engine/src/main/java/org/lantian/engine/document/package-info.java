/**
 * The document model: what a plan looks like before any file format. Features build it, renderers turn it into Word,
 * Excel or HTML; it knows neither.
 */
@NullMarked
package org.lantian.engine.document;

import org.jspecify.annotations.NullMarked;
