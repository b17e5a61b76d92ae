/** What a migration is: a class with operations, and annotations that say where it stands in history. */
@NullMarked
package io.kuaka.migration;

import org.jspecify.annotations.NullMarked;
