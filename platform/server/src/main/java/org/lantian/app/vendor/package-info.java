/**
 * What a vendor gets from an installation: a project to begin with, and a file repository with plugin-api and the test kit
 * under POMs that need no other project of ours. Must not know the database.
 */
@NullMarked
package org.lantian.app.vendor;

import org.jspecify.annotations.NullMarked;
