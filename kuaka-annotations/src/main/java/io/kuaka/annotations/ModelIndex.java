package io.kuaka.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the table of an entity an index that {@code @Table(indexes = …)} can't describe.
 *
 * <p>It stands on the entity, or on a mapped superclass for each of its entities; there it must have no name. What the
 * index covers is said by {@link #fields()}, by {@link #expressions()}, or by both, fields first. Not every database has
 * every sort of index: an index that the database can't have is left out, and {@code sqlmigrate} and {@code migrate} say
 * so. What only tunes it, as its method, operator classes and included columns, is left out without a word.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(ModelIndex.List.class)
public @interface ModelIndex {
    /** The index's name, unique in the database; made of the table and the fields where it isn't given. */
    String name() default "";

    /** The attributes, in order, {@code address.city} within an embedded one; after a minus sign in descending order. */
    String[] fields() default {};

    /** What is indexed beside the fields, as SQL over columns, such as {@code lower(email)}. */
    String[] expressions() default {};

    /** How the index is built: {@code gin}, {@code gist}, {@code brin}, {@code hash}; the database's usual way if empty. */
    String method() default "";

    /** The class of operators for each part, in order; empty for a part with the usual one. */
    String[] operatorClasses() default {};

    /** Which rows are indexed, as SQL over columns; all of them if empty. */
    String condition() default "";

    /** The attributes that the index keeps beside its key. */
    String[] include() default {};

    /** Whether no two rows may share the indexed values. */
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
