/** Reads the sequences and tables that generate identifiers. */
@Internal
@NullMarked
package io.kuaka.hibernate.generator;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
