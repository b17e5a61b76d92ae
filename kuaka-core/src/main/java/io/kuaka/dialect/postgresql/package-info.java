/** PostgreSQL, from version 15. */
@Internal
@NullMarked
package io.kuaka.dialect.postgresql;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
