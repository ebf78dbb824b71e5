/**
 * Strict reading of YAML files that people write: profiles and tenants. Offers {@link
 * org.lantian.engine.yaml.YamlDocument}, which reports every problem of a file at once with line and column. Must not
 * know what the files mean.
 */
@NullMarked
package org.lantian.engine.yaml;

import org.jspecify.annotations.NullMarked;
