package io.kuaka.tooling;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The names that the database and the models have in the settings of applications, by framework. */
final class SettingNames {
    /** The names of the URL, the first of which that is set counts. */
    static final List<String> URL = List.of(
            "kuaka.url",
            "spring.datasource.hikari.jdbc-url",
            "spring.datasource.url",
            "quarkus.datasource.jdbc.url",
            "jakarta.persistence.jdbc.url",
            "hibernate.connection.url",
            "javax.persistence.jdbc.url");

    static final List<String> USER = List.of(
            "kuaka.user",
            "spring.datasource.hikari.username",
            "spring.datasource.username",
            "quarkus.datasource.username",
            "jakarta.persistence.jdbc.user",
            "hibernate.connection.username",
            "javax.persistence.jdbc.user");
    static final List<String> PASSWORD = List.of(
            "kuaka.password",
            "spring.datasource.hikari.password",
            "spring.datasource.password",
            "quarkus.datasource.password",
            "jakarta.persistence.jdbc.password",
            "hibernate.connection.password",
            "javax.persistence.jdbc.password");

    /** Quarkus' names for settings of Hibernate that affect the models. */
    static final Map<String, String> OF_QUARKUS = Map.of(
            "quarkus.hibernate-orm.physical-naming-strategy", "hibernate.physical_naming_strategy",
            "quarkus.hibernate-orm.implicit-naming-strategy", "hibernate.implicit_naming_strategy",
            "quarkus.hibernate-orm.database.default-schema", "hibernate.default_schema",
            "quarkus.hibernate-orm.database.globally-quoted-identifiers", "hibernate.globally_quoted_identifiers");

    /** What Spring and Quarkus tell Liquibase, but for the values of its placeholders. */
    static final List<String> OF_LIQUIBASE = List.of(
            "spring.liquibase.change-log",
            "spring.liquibase.contexts",
            "spring.liquibase.database-change-log-lock-table",
            "spring.liquibase.database-change-log-table",
            "spring.liquibase.default-schema",
            "spring.liquibase.label-filter",
            "spring.liquibase.labels",
            "spring.liquibase.liquibase-schema",
            "quarkus.liquibase.change-log",
            "quarkus.liquibase.contexts",
            "quarkus.liquibase.database-change-log-lock-table-name",
            "quarkus.liquibase.database-change-log-table-name",
            "quarkus.liquibase.default-schema-name",
            "quarkus.liquibase.labels",
            "quarkus.liquibase.liquibase-schema-name",
            "quarkus.liquibase.search-path");

    /** The settings of applications that variables of the environment may override. */
    static final List<String> OF_APPLICATIONS = Stream.of(
                    URL,
                    USER,
                    PASSWORD,
                    OF_QUARKUS.keySet(),
                    OF_LIQUIBASE,
                    List.of(
                            "spring.jpa.hibernate.naming.physical-strategy",
                            "spring.jpa.hibernate.naming.implicit-strategy"))
            .flatMap(Collection::stream)
            .filter(name -> !name.startsWith(Settings.OWN))
            .toList();

    private SettingNames() {}
}
