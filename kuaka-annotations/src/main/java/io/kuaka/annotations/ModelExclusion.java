package io.kuaka.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the table of an entity PostgreSQL's rule that no two rows clash, as bookings of one room at the same time do.
 *
 * <p>Two rows clash when all {@link #parts()} compare as true. It stands on the entity, or on a mapped superclass for each
 * of its entities; there it must have no name. Other databases don't have such rules: they leave it out, and
 * {@code migrate} says so.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(ModelExclusion.List.class)
public @interface ModelExclusion {
    /** The constraint's name, unique in the database; made of the table and the fields where it isn't given. */
    String name() default "";

    /** How the index behind the constraint is built. */
    String method() default "gist";

    /** What is compared. */
    Part[] parts();

    /** Which rows the rule is for, as SQL over columns; all of them if empty. */
    String condition() default "";

    /** Whether the rule is checked at the end of the transaction only. */
    boolean deferred() default false;

    /** A value, and the operator by which those of two rows are compared. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface Part {
        /** The attribute, {@code address.city} within an embedded one. */
        String field() default "";

        /** What is compared instead of an attribute, as SQL over columns, such as {@code tsrange(begins, ends)}. */
        String expression() default "";

        /** The operator: {@code =} for equal values, {@code &&} for ranges that overlap. */
        String with();
    }

    /** Holds several exclusion constraints of one entity. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface List {
        /** The constraints. */
        ModelExclusion[] value();
    }
}
