/** Entities for tables that were made without any. */
@Internal
@NullMarked
package io.kuaka.command.inspect;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
