/** What an application tells about its migrations while it runs. */
@Internal
@NullMarked
package io.kuaka.spring.actuate;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
