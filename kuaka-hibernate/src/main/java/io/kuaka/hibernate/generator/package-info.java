/** Reads the sequences and tables that generate identifiers. */
@NullMarked
package io.kuaka.hibernate.generator;

import org.jspecify.annotations.NullMarked;
