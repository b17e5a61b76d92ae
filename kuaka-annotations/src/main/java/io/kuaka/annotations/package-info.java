/** Annotations on entities for what Jakarta Persistence can't declare. */
@NullMarked
package io.kuaka.annotations;

import org.jspecify.annotations.NullMarked;
