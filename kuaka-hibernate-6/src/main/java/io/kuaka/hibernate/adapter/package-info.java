/**
 * What no common form of Hibernate 6.6 and 7 exists for. It is compiled with Hibernate 6.6 and packed into the jar of
 * {@code kuaka-hibernate}.
 */
@Internal
@NullMarked
package io.kuaka.hibernate.adapter;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
