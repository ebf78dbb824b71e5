/**
 * The test kit for profile plugins: loads a built zip for real, beside its parents, and checks every promise of the vendor
 * documentation. Offers {@link org.lantian.tck.PluginKit} and, for vendors, the JUnit class {@link
 * org.lantian.tck.ProfileTck}. Must not know the server.
 */
@NullMarked
package org.lantian.tck;

import org.jspecify.annotations.NullMarked;
