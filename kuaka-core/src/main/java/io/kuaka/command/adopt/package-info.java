/** The adoption of a database whose tables were made by something else than Kuaka's migrations. */
@Internal
@NullMarked
package io.kuaka.command.adopt;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
