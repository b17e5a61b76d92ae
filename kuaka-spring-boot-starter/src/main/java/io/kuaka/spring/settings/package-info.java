/** The properties of an application that are about Kuaka. */
@Internal
@NullMarked
package io.kuaka.spring.settings;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
