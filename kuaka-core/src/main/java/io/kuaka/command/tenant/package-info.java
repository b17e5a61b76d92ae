/** The adoption of tenants by models that have had none. */
@Internal
@NullMarked
package io.kuaka.command.tenant;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
