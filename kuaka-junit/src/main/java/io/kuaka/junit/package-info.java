/** Tests of migrations, and migrated databases for other tests, with JUnit Jupiter. */
@NullMarked
package io.kuaka.junit;

import org.jspecify.annotations.NullMarked;
