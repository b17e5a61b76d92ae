/** Finds entities, their apps and the settings that they are read with, without loading a class of the project. */
@Internal
@NullMarked
package io.kuaka.hibernate.discovery;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
