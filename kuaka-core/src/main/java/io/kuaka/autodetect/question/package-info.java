/** What the autodetector asks a person, and where the answers come from. */
@Internal
@NullMarked
package io.kuaka.autodetect.question;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
