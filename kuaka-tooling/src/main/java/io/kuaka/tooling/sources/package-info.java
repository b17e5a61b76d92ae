/** Where the sources of an application's modules are, and whether migrations may be written there. */
@Internal
@NullMarked
package io.kuaka.tooling.sources;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
