package io.kuaka.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an index that {@code @Table(indexes = …)} can't.
 *
 * <p>It goes on the entity, or on a mapped superclass for each of its entities, there without a name. It covers the
 * {@link #fields()}, the {@link #expressions()}, or both, fields first. A database that doesn't support an index leaves it
 * out, and {@code sqlmigrate} and {@code migrate} report it. Unsupported tuning (method, operator classes, included
 * columns) is left out without a report.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(ModelIndex.List.class)
public @interface ModelIndex {
    /** The index's name, unique in the database. Default: made of the table and the fields. */
    String name() default "";

    /** The attributes, in order, {@code address.city} within an embedded one; after a minus sign in descending order. */
    String[] fields() default {};

    /** The expressions that are indexed after the fields, as SQL over columns, such as {@code lower(email)}. */
    String[] expressions() default {};

    /** How the index is built: {@code gin}, {@code gist}, {@code brin}, {@code hash}. Default: the database's default method. */
    String method() default "";

    /** The operator class of each part, in order; empty for the default one. */
    String[] operatorClasses() default {};

    /** The rows that are indexed, as SQL over columns. Default: all rows. */
    String condition() default "";

    /** The attributes that the index includes besides its key. */
    String[] include() default {};

    /** Whether the indexed values are unique. */
    boolean unique() default false;

    /** Whether, in a unique index, two nulls count as the same value. */
    boolean nullsNotDistinct() default false;

    /** Holds several indexes of one entity. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface List {
        /** The indexes. */
        ModelIndex[] value();
    }
}
