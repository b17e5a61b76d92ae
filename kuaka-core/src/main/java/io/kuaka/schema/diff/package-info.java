/** The difference of two tables in the words of a database: what has to be altered, dropped and added. */
@Internal
@NullMarked
package io.kuaka.schema.diff;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
