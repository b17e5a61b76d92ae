/** PostgreSQL, from version 15. */
@NullMarked
package io.kuaka.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
