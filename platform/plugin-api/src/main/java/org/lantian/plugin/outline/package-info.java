/** The common cluster-plan outline (大纲) as a tree of stable node codes. */
@NullMarked
package org.lantian.plugin.outline;

import org.jspecify.annotations.NullMarked;
