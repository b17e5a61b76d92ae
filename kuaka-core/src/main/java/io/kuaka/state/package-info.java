/**
 * The immutable state of all models at one point of history: read from entities, changed by operations, mapped to
 * tables.
 */
@NullMarked
package io.kuaka.state;

import org.jspecify.annotations.NullMarked;
