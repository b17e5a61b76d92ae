/** Commands as messages advise them, and how they are typed where a message is read. */
@Internal
@NullMarked
package io.kuaka.command.call;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
