/** Models as far as they are read: columns that have fields already, and what remains to be read. */
@NullMarked
package io.kuaka.hibernate.draft;

import org.jspecify.annotations.NullMarked;
