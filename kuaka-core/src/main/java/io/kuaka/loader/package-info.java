/** Finds apps and their migrations among the classes of a project. */
@Internal
@NullMarked
package io.kuaka.loader;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
