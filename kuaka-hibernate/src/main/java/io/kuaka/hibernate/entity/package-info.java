/** Reads entities, their attributes, references and collections, and names what it does not support. */
@NullMarked
package io.kuaka.hibernate.entity;

import org.jspecify.annotations.NullMarked;
