/**
 * Values as canonical JSON: what is hashed, frozen and read back for ever. Offers {@link
 * org.lantian.engine.json.CanonicalJson}. Must not know any feature; of the engine's own types it knows the document
 * model's family names.
 */
@NullMarked
package org.lantian.engine.json;

import org.jspecify.annotations.NullMarked;
