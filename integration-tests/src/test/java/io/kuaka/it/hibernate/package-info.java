/** Entities of all mappings, compared with what Hibernate itself makes and expects. */
package io.kuaka.it.hibernate;
