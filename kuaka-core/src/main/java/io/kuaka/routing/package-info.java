/** Several databases of one project: which operations run on which of them. */
@NullMarked
package io.kuaka.routing;

import org.jspecify.annotations.NullMarked;
