/** The difference between two tables of one database: what to alter, drop and add. */
@Internal
@NullMarked
package io.kuaka.schema.diff;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
