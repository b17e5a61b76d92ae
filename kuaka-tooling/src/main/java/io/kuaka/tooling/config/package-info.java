/** The formats of settings files, and which of their documents count for the active profiles. */
@Internal
@NullMarked
package io.kuaka.tooling.config;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
