/** Historical models: the rows of the database, by the names that models and fields had at a point of history. */
@NullMarked
package io.kuaka.data;

import org.jspecify.annotations.NullMarked;
