/** The line of Hibernate on the class path: its version, and the adapter for it. */
@Internal
@NullMarked
package io.kuaka.hibernate.line;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
