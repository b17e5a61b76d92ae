/** Reads Hibernate's boot metadata into a project state, without a database. */
@Internal
@NullMarked
package io.kuaka.hibernate;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
