/**
 * What a vendor compiles against: the one extension point {@link org.lantian.plugin.RegionalProfile} and the records
 * it contributes. Knows the JDK, JSpecify and PF4J's extension marker, nothing of the server.
 */
@NullMarked
package org.lantian.plugin;

import org.jspecify.annotations.NullMarked;
