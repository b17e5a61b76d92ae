/** What a migration is: a class with operations, and annotations that declare its place in history. */
@NullMarked
package io.kuaka.migration;

import org.jspecify.annotations.NullMarked;
