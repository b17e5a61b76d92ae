package io.kuaka.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Marks the data sources that Kuaka migrates at start. Without it Kuaka migrates the only one, or the primary one.
 *
 * <pre>{@code
 * @Bean
 * @KuakaDataSource(apps = "reports")
 * DataSource reportsDataSource() { ... }
 * }</pre>
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface KuakaDataSource {
    /** The labels of the apps whose tables are in this database; none for all. */
    String[] apps() default {};
}
