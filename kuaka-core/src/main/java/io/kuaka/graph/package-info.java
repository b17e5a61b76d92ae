/** Where migrations stand to each other, which of them count in a given database, and the plan that follows. */
@NullMarked
package io.kuaka.graph;

import org.jspecify.annotations.NullMarked;
