/** One kind of change per detector: it finds the change, proposes operations and applies them to the state. */
@Internal
@NullMarked
package io.kuaka.autodetect.detector;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
