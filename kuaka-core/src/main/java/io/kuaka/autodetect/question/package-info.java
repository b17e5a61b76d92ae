/** What the autodetector asks a person, and where the answers come from. */
@NullMarked
package io.kuaka.autodetect.question;

import org.jspecify.annotations.NullMarked;
