package io.kuaka.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the former name of an entity, an attribute, a converter, or a constant of an enumeration, so {@code makemigrations} renames it without asking. Where names are
 * exchanged, it asks whether rows or values follow.
 *
 * <p>The name is that of the entity or attribute, not of its table or column. You can remove the annotation once the
 * migration is written. It does no harm if it stays, except after an exchange: the next exchange of the same names isn't noticed,
 * and after a squash the question is asked again.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface RenamedFrom {
    /** The former name: {@code Book} of an entity, {@code title} of an attribute, {@code OPEN} of a constant, {@code Cents} of a converter. */
    String value();
}
