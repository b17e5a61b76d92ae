/** Which databases of an application Kuaka migrates. */
@Internal
@NullMarked
package io.kuaka.spring.database;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
