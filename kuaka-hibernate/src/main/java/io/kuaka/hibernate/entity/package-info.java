/** Reads entities, their attributes, references and collections, and names what it does not support. */
@Internal
@NullMarked
package io.kuaka.hibernate.entity;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
