/**
 * The immutable picture of all models at one point of history: what entities are read into, what operations change, and
 * what tables are made from.
 */
@NullMarked
package io.kuaka.state;

import org.jspecify.annotations.NullMarked;
