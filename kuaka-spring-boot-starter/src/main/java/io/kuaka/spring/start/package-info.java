/** What happens to the databases of an application when it starts. */
@Internal
@NullMarked
package io.kuaka.spring.start;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
