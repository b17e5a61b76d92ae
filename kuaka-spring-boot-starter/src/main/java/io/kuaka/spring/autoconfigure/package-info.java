/** Finds out what an application has, and makes the beans that fit. */
@Internal
@NullMarked
package io.kuaka.spring.autoconfigure;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
