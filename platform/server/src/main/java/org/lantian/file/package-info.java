/**
 * Files in the tenant's own schema, streamed both ways. Offers {@link org.lantian.file.FileStore} and {@code /files};
 * must not know what a file means.
 */
@NullMarked
package org.lantian.file;

import org.jspecify.annotations.NullMarked;
