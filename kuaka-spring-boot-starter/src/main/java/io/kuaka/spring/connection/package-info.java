/** Connections to services that tests and development tools start. */
@Internal
@NullMarked
package io.kuaka.spring.connection;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
