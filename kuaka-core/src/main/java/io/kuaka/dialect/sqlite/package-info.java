/** SQLite, from version 3.37. */
@NullMarked
package io.kuaka.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
