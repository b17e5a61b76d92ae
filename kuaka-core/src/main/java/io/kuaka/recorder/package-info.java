/** The tables in which a database keeps its history, its journal and its lease. */
@Internal
@NullMarked
package io.kuaka.recorder;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
