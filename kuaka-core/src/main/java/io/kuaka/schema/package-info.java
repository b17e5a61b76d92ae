/** The SPI for databases: a dialect, the verbs that change a schema, and the reader of the catalog. */
@Internal
@NullMarked
package io.kuaka.schema;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
