/** Finds apps and their migrations among the classes of a project. */
@NullMarked
package io.kuaka.loader;

import org.jspecify.annotations.NullMarked;
