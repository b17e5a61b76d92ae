/** Java expressions as values: what a migration file is made of, before it is text. */
@Internal
@NullMarked
package io.kuaka.source;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
