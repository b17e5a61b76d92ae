package io.kuaka.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lists the migrations that must be applied before this one. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DependsOn {
    /** The migrations, as in {@code catalog.0001_initial}; {@code catalog.__first__} and {@code __latest__} are allowed. */
    String[] value();
}
