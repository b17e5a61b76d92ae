/** Historical models of one tenant. */
@NullMarked
package io.kuaka.data.tenant;

import org.jspecify.annotations.NullMarked;
