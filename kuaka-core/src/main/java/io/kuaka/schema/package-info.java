/** What a database has to offer to be supported: a dialect, the verbs that change a schema, and the reader of its catalog. */
@Internal
@NullMarked
package io.kuaka.schema;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
