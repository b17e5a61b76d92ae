/** How a database spells literals, names, expressions, columns and statements, and what it supports. */
@Internal
@NullMarked
package io.kuaka.schema.grammar;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
