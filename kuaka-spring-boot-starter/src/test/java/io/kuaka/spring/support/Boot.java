package io.kuaka.spring.support;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.ClassUtils;

/** Spring Boot in the line that the tests run with; what has another name in Boot 4 is looked up here. */
public final class Boot {
    private static final String KUAKA = "io.kuaka.spring.autoconfigure.";

    private Boot() {}

    /** An application with a data source, a JDBC template and Kuaka. */
    public static ApplicationContextRunner jdbc() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        one(
                                "org.springframework.boot.autoconfigure.jdbc.",
                                "org.springframework.boot.jdbc.autoconfigure.",
                                "DataSourceAutoConfiguration"),
                        one(
                                "org.springframework.boot.autoconfigure.jdbc.",
                                "org.springframework.boot.jdbc.autoconfigure.",
                                "JdbcTemplateAutoConfiguration"),
                        named(KUAKA + "KuakaAutoConfiguration"),
                        named(KUAKA + "KuakaEndpointAutoConfiguration"),
                        named(
                                isBoot4()
                                        ? KUAKA + "Boot4HealthAutoConfiguration"
                                        : KUAKA + "Boot3HealthAutoConfiguration")));
    }

    /** The same with Hibernate. */
    public static ApplicationContextRunner jpa() {
        return jdbc().withConfiguration(AutoConfigurations.of(one(
                "org.springframework.boot.autoconfigure.orm.jpa.",
                "org.springframework.boot.hibernate.autoconfigure.",
                "HibernateJpaAutoConfiguration")));
    }

    /** The same as {@link #jdbc} with another tool, {@code Flyway} or {@code Liquibase}. */
    public static ApplicationContextRunner with(String tool) {
        String name = tool.toLowerCase(Locale.ROOT);
        return jdbc().withConfiguration(AutoConfigurations.of(one(
                "org.springframework.boot.autoconfigure." + name + ".",
                "org.springframework.boot." + name + ".autoconfigure.",
                tool + "AutoConfiguration")));
    }

    /** The properties of a new database in memory, which stays as long as the JVM. */
    public static String[] newDatabase() {
        return database("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    public static String[] database(String url, String user, String password) {
        return new String[] {
            "spring.datasource.url=" + url,
            "spring.datasource.username=" + user,
            "spring.datasource.password=" + password
        };
    }

    public static boolean isBoot4() {
        return ClassUtils.isPresent("org.springframework.boot.health.contributor.Health", null);
    }

    /** The class that is in one package in Boot 3.5 and in another since 4.0. */
    public static Class<?> one(String before, String since, String name) {
        return Stream.of(before + name, since + name)
                .filter(each -> ClassUtils.isPresent(each, null))
                .findFirst()
                .<Class<?>>map(Boot::named)
                .orElseThrow();
    }

    private static Class<?> named(String name) {
        return ClassUtils.resolveClassName(name, null);
    }
}
