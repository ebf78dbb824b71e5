/**
 * The installation as a whole: the command line, the demonstration, start-up checks. The rightmost feature: it may know
 * all others and none knows it.
 */
@NullMarked
package org.lantian.app;

import org.jspecify.annotations.NullMarked;
