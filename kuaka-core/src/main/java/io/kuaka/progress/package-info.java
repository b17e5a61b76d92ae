/** What a run reports of itself while it goes on. */
@NullMarked
package io.kuaka.progress;

import org.jspecify.annotations.NullMarked;
