package io.kuaka.base;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what isn't API: all types of a package, or one type of a package that is API otherwise.
 *
 * <p>It is public only so that Kuaka's own packages and modules reach it, and may change in any release.
 */
@Documented
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Internal {}
