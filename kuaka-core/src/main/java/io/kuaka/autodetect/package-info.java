/** Finds what changed between two states: runs the detectors, asks where a change is ambiguous, and arranges the result. */
@Internal
@NullMarked
package io.kuaka.autodetect;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
