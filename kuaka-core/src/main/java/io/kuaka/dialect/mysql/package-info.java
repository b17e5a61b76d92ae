/** MySQL, from version 8.4, and MariaDB, from version 10.11. */
@NullMarked
package io.kuaka.dialect.mysql;

import org.jspecify.annotations.NullMarked;
