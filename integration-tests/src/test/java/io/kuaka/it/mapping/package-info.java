/** Entities that together use every mapping that makes a difference to a schema, in small groups. */
package io.kuaka.it.mapping;
