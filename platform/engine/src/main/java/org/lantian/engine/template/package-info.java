/**
 * A profile's own form on paper: its template composed into a document without any plan. Offers {@link
 * org.lantian.engine.template.TemplatePreview}. Must not know where plans come from or file formats.
 */
@NullMarked
package org.lantian.engine.template;

import org.jspecify.annotations.NullMarked;
