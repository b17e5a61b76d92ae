/** Builds Hibernate's boot metadata under a neutral dialect, with the naming strategies and settings of the project. */
@NullMarked
package io.kuaka.hibernate.boot;

import org.jspecify.annotations.NullMarked;
