/** Finds what changed between two states, asks where that isn't clear, and arranges the changes as migrations. */
@NullMarked
package io.kuaka.autodetect;

import org.jspecify.annotations.NullMarked;
