/** The difference of two tables in the words of a database: what has to be altered, dropped and added. */
@NullMarked
package io.kuaka.schema.diff;

import org.jspecify.annotations.NullMarked;
