package io.kuaka.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which name an entity or an attribute had before, so that {@code makemigrations} renames it without asking.
 *
 * <p>The name is that of the entity or attribute, not of its table or column. The annotation can go as soon as the
 * migration is made; while it stays it does no harm, because a rename that happened isn't found again.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface RenamedFrom {
    /** The old name: {@code Book} of an entity, {@code title} of an attribute. */
    String value();
}
