/** Reads entities, their attributes, references and collections, and reports what isn't supported. */
@Internal
@NullMarked
package io.kuaka.hibernate.entity;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
