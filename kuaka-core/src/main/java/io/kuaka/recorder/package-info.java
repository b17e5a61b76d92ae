/** The table in which a database keeps which migrations it has. */
@NullMarked
package io.kuaka.recorder;

import org.jspecify.annotations.NullMarked;
