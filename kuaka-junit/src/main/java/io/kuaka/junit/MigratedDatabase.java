package io.kuaka.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A parameter of a test: a {@link javax.sql.DataSource} of a database with all migrations applied, which is the test's
 * own.
 *
 * <p>The migrations are run once in a JVM, in a database that is copied for each test: on PostgreSQL as a template, of
 * SQLite the file, of H2 the script, on MariaDB and MySQL table by table.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MigratedDatabaseExtension.class)
public @interface MigratedDatabase {
    /** The URL of a server, as in {@link MigrationTest#url()}; by default the database is embedded. */
    String url() default "";

    /** Who connects to the server; by default nobody, or whom the URL names. */
    String user() default "";

    /** The password of {@link #user()}. */
    String password() default "";
}
