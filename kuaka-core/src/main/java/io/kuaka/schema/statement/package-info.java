/** What is done to a database, as values that are known before they are run. */
@NullMarked
package io.kuaka.schema.statement;

import org.jspecify.annotations.NullMarked;
