/** What is known of migrations without loading their classes. */
@Internal
@NullMarked
package io.kuaka.loader.index;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
