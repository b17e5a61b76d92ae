/** What the deletion of rows means for those that refer to them. */
@NullMarked
package io.kuaka.data.delete;

import org.jspecify.annotations.NullMarked;
