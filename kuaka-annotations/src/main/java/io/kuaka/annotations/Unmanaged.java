package io.kuaka.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that what an entity is mapped to is made by other means: the view of a {@code @View}, made by {@code RunSql}, or a
 * table that belongs to another system.
 *
 * <p>Kuaka neither makes nor changes nor drops it, and has no model for it. A reference to such an entity is a plain
 * column; it must say that it has no foreign key.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Unmanaged {}
