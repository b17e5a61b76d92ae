/** Unfinished models: columns that have fields already, and what remains to be read. */
@Internal
@NullMarked
package io.kuaka.hibernate.draft;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
