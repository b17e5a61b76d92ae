/**
 * The vocabulary of database change: tables as a database has them, the verbs that change them, their spelling, and the
 * statements that come out as values.
 */
@NullMarked
package io.kuaka.schema;

import org.jspecify.annotations.NullMarked;
