/** What Kuaka finds around it, for a person who wonders why something doesn't work. */
@Internal
@NullMarked
package io.kuaka.tooling.doctor;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
