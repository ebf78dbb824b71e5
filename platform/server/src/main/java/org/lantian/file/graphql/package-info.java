/** Files in the API. Offers the view that payloads of every feature show. Must hold no rules. */
@NullMarked
package org.lantian.file.graphql;

import org.jspecify.annotations.NullMarked;
