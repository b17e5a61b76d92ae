/** Reads the sequences and tables from which identifiers are generated. */
@Internal
@NullMarked
package io.kuaka.hibernate.generator;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
