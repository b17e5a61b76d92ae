/** What is done to a database, as values that are known before they are run. */
@Internal
@NullMarked
package io.kuaka.schema.statement;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
