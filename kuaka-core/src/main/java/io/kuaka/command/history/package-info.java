/** Where the history of a database and the migrations of a project don't agree. */
@Internal
@NullMarked
package io.kuaka.command.history;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
