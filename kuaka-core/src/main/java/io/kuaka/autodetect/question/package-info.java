/** What the autodetector asks the user, and where the answers come from. */
@Internal
@NullMarked
package io.kuaka.autodetect.question;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
