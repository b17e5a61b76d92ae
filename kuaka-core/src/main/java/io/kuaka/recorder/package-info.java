/** The table in which a database keeps which migrations it has. */
@Internal
@NullMarked
package io.kuaka.recorder;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
