package io.kuaka.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a PostgreSQL exclusion constraint: no two rows may compare as true in all {@link #parts()}, such as overlapping
 * bookings of a room.
 *
 * <p>It goes on the entity, or on a mapped superclass for each of its entities, there without a name. Other databases
 * don't support exclusion constraints; {@code migrate} reports those that it leaves out.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(ModelExclusion.List.class)
public @interface ModelExclusion {
    /** The constraint's name, unique in the database. Default: made of the table and the fields. */
    String name() default "";

    /** How the index behind the constraint is built. */
    String method() default "gist";

    /** The values that are compared. */
    Part[] parts();

    /** The rows that the constraint applies to, as SQL over columns. Default: all rows. */
    String condition() default "";

    /** Whether the constraint is checked at the end of the transaction. */
    boolean deferred() default false;

    /** A value, and the operator that compares those of two rows. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface Part {
        /** The attribute, {@code address.city} within an embedded one. */
        String field() default "";

        /** The expression that is compared instead of an attribute, as SQL over columns, such as {@code tsrange(begins, ends)}. */
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
