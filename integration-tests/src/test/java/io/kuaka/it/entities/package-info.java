/** Random entities with rows that change, and entities that once changed wrongly: no value is lost without a question. */
package io.kuaka.it.entities;
