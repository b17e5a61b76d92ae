package io.kuaka.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Excludes the table or view of an entity that is managed elsewhere: a {@code @View} created with {@code RunSql}, or a
 * table of another system.
 *
 * <p>Kuaka never creates, changes or drops it, and has no model for it. A reference to such an entity is a plain column,
 * and must declare that it has no foreign key.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Unmanaged {}
