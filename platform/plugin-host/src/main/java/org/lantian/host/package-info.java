/**
 * Loads profile plugins from zips through PF4J, each in a manager and class loader of its own. Offers {@link
 * org.lantian.host.PluginHost}, which never fails for a bad zip but reports it. Must not know the server, tenants or
 * the database; PF4J does not leave this package.
 */
@NullMarked
package org.lantian.host;

import org.jspecify.annotations.NullMarked;
