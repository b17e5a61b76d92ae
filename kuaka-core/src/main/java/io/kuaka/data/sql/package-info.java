/** Pieces of SQL with the values that are bound to them. */
@Internal
@NullMarked
package io.kuaka.data.sql;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
