package io.kuaka.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lists migrations of other apps that must run after this one. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RunBefore {
    /** The migrations, as in {@code catalog.0001_initial}; {@code catalog.__first__} and {@code __latest__} are allowed. */
    String[] value();
}
