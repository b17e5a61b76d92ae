/** Compares the entities of a running application with its migrations. */
@Internal
@NullMarked
package io.kuaka.spring.models;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
