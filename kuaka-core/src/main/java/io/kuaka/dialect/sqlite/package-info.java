/** SQLite, from version 3.37. */
@Internal
@NullMarked
package io.kuaka.dialect.sqlite;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
