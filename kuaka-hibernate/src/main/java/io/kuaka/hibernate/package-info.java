/** Reads Hibernate's boot metadata into a project state, with no database at hand. */
@NullMarked
package io.kuaka.hibernate;

import org.jspecify.annotations.NullMarked;
