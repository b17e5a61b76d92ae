/** The comparison of what a database has with what its history says. */
@Internal
@NullMarked
package io.kuaka.compare;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
