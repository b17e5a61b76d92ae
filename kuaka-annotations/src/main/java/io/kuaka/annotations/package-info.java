/** What Jakarta Persistence cannot say about a model, as annotations on the entity. */
@NullMarked
package io.kuaka.annotations;

import org.jspecify.annotations.NullMarked;
