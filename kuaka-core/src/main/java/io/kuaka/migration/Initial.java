package io.kuaka.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says whether a migration makes the first tables of its app; without it, one that depends on no other of its app does. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Initial {
    /** Whether it does. */
    boolean value() default true;
}
