/** Finds entities, their apps and the settings that they are read with, without loading a class of the project. */
@NullMarked
package io.kuaka.hibernate.discovery;

import org.jspecify.annotations.NullMarked;
