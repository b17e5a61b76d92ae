/** How a database spells literals, names, expressions, columns and statements, and what it supports. */
@NullMarked
package io.kuaka.schema.grammar;

import org.jspecify.annotations.NullMarked;
