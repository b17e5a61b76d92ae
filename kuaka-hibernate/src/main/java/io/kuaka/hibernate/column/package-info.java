/** Reads types, defaults and definitions of columns. */
@Internal
@NullMarked
package io.kuaka.hibernate.column;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
