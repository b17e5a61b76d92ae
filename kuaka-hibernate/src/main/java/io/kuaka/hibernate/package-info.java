/** Reads Hibernate's boot metadata into a project state, with no database at hand. */
@Internal
@NullMarked
package io.kuaka.hibernate;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
