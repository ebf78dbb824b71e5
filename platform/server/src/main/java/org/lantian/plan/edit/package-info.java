/**
 * The words of a clause taken apart and put together: pieces, alignment, three-way merge. Pure; must know neither
 * plans nor the database.
 */
@NullMarked
package org.lantian.plan.edit;

import org.jspecify.annotations.NullMarked;
