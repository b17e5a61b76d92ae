/** Databases that live as long as a test: new ones, and copies of a migrated one. */
@Internal
@NullMarked
package io.kuaka.junit.database;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
