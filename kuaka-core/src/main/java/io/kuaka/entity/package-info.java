/** JPA entities as text: the Java sources of a state's models. */
@Internal
@NullMarked
package io.kuaka.entity;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
