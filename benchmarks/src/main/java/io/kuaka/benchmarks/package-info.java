/** Measures what a developer waits for: replaying, planning and writing long histories. */
@NullMarked
package io.kuaka.benchmarks;

import org.jspecify.annotations.NullMarked;
