/** The test kit for users' migrations, on all databases and with the newest JUnit. */
@NullMarked
package io.kuaka.it.testkit;

import org.jspecify.annotations.NullMarked;
