@NullMarked
package org.lantian.graphql;

import org.jspecify.annotations.NullMarked;
