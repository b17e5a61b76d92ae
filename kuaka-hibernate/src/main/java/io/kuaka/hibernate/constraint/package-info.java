/** Reads indexes, unique keys and checks, and builds the finished models. */
@Internal
@NullMarked
package io.kuaka.hibernate.constraint;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
