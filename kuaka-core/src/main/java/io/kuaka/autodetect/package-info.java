/** Finds what changed between two states: runs the detectors, asks where a change is ambiguous, and arranges the result. */
@NullMarked
package io.kuaka.autodetect;

import org.jspecify.annotations.NullMarked;
