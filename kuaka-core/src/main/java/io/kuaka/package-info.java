/** The façade for Java programs that apply migrations. */
@NullMarked
package io.kuaka;

import org.jspecify.annotations.NullMarked;
