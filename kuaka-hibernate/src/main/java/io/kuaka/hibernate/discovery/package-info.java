/** Finds entities, their apps and their settings, without loading a class of the project. */
@Internal
@NullMarked
package io.kuaka.hibernate.discovery;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
