/** What an application takes columns and values for, which no database knows. */
@NullMarked
package io.kuaka.state.fact;

import org.jspecify.annotations.NullMarked;
