/** What a database has to offer to be supported: a dialect, the verbs that change a schema, and the reader of its catalog. */
@NullMarked
package io.kuaka.schema;

import org.jspecify.annotations.NullMarked;
