package io.kuaka.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of a migration: each gets a {@link Migrator} as a parameter, on an empty database of its own that has been
 * migrated to {@link #from()}.
 *
 * <pre>{@code
 * @MigrationTest(app = "shop", from = "0002_email", to = "0003_fill_email")
 * class FillEmailTest {
 *     @Test
 *     void fillsMissingAddresses(Migrator migrator) {
 *         migrator.model("Customer").create(set("username", "ann"));
 *
 *         migrator.migrate();
 *
 *         assertThat(migrator.model("Customer").get(field("username").eq("ann")).get("email"))
 *                 .isEqualTo("ann@example.com");
 *     }
 * }
 * }</pre>
 *
 * <p>The database is H2 in memory or SQLite, preferably what the project's settings say, unless {@link #url()} names a
 * server.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MigrationTestExtension.class)
public @interface MigrationTest {
    /** The app of the migration. */
    String app();

    /** The migration to begin with, or the start of its name, or {@code zero}; by default the one before {@link #to()}. */
    String from() default "";

    /** The migration to test, or the start of its name. */
    String to();

    /**
     * The URL of a server, on which each test gets a database that is dropped afterwards; Testcontainers' URLs
     * ({@code jdbc:tc:…}) work, too. Placeholders are resolved as in the settings: {@code ${TEST_URL}}.
     */
    String url() default "";

    /** Who connects to the server; by default nobody, or whom the URL names. */
    String user() default "";

    /** The password of {@link #user()}. */
    String password() default "";
}
