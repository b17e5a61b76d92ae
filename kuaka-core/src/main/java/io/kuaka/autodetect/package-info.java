/** Finds the changes between two states: runs the detectors, asks if a change is ambiguous, and arranges the result. */
@Internal
@NullMarked
package io.kuaka.autodetect;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
