/** One kind of change per detector: it finds the change, proposes operations and applies them to the state. */
@NullMarked
package io.kuaka.autodetect.detector;

import org.jspecify.annotations.NullMarked;
