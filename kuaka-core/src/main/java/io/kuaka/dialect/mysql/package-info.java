/** MySQL, from version 8.0.19, and MariaDB, from version 10.11. */
@Internal
@NullMarked
package io.kuaka.dialect.mysql;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
