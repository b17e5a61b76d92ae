/** What Java programs call: one class for those who want no more than to migrate. */
@NullMarked
package io.kuaka;

import org.jspecify.annotations.NullMarked;
