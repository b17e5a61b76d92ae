/** What is asked of a database's sessions and told to them, beside the statements of migrations. */
@Internal
@NullMarked
package io.kuaka.schema.session;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
