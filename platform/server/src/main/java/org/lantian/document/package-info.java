/**
 * Files in and out of the document model: Word and Excel. Offers renderers and sheet readers that take and give the
 * engine's records; it alone knows POI. Must not know what a plan, a ledger or a tenant is.
 */
@NullMarked
package org.lantian.document;

import org.jspecify.annotations.NullMarked;
