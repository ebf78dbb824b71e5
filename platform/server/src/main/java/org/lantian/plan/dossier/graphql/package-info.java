/** The API of files of enterprises. */
@NullMarked
package org.lantian.plan.dossier.graphql;

import org.jspecify.annotations.NullMarked;
