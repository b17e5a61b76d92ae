/** Databases with tables that people made, changed in many ways at once, and taken over. */
@NullMarked
package io.kuaka.it.adoption;

import org.jspecify.annotations.NullMarked;
