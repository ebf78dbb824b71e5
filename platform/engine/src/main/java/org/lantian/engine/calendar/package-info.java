/**
 * Working days and the days on which reports fall due. Offers {@link org.lantian.engine.calendar.WorkingDays} and
 * {@link org.lantian.engine.calendar.DueDays}. Knows no tenant, no round and no clock.
 */
@NullMarked
package org.lantian.engine.calendar;

import org.jspecify.annotations.NullMarked;
