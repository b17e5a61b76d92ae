/** Builds Hibernate's boot metadata under a neutral dialect, with the naming strategies and settings of the project. */
@Internal
@NullMarked
package io.kuaka.hibernate.boot;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
