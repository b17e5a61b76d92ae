package io.kuaka.tooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.project.Database;
import io.kuaka.tooling.config.UnreadableSettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Quarkus, MicroProfile and containers configure. */
class OtherConfigurationsTest extends FolderWithSettings {
    private static final String QUARKUS = """
            quarkus.datasource.username=shop
            %dev.quarkus.datasource.jdbc.url=jdbc:h2:mem:dev
            %{prod,staging}.quarkus.datasource.jdbc.url=jdbc:postgresql://prod/shop
            %prod.quarkus.datasource.password=${DB_PASSWORD:secret}
            """;

    @Test
    void takesTheDatabaseOfQuarkusForTheActiveProfileOnly() throws IOException {
        write("classes/application.properties", QUARKUS);

        assertThatThrownBy(() -> read(Map.of()).requireDatabase())
                .isInstanceOf(MissingDatabaseException.class)
                .hasMessageStartingWith(
                        "No database is configured. The application has one only for the profile \"dev\""
                                + " or \"prod\" or \"staging\", which isn't active: choose it with --profile, or set --url");
        assertThat(read(Map.of("QUARKUS_PROFILE", "dev")).requireDatabase())
                .isEqualTo(new Database("jdbc:h2:mem:dev", "shop", null));
        assertThat(read(Map.of("KUAKA_PROFILE", "prod")).requireDatabase())
                .isEqualTo(new Database("jdbc:postgresql://prod/shop", "shop", "secret"));
        assertThat(read(Map.of("KUAKA_PROFILE", "staging")).requireDatabase())
                .isEqualTo(new Database("jdbc:postgresql://prod/shop", "shop", null));
    }

    @Test
    void readsTheProfileThatTheFileItselfActivates() throws IOException {
        write("classes/application.properties", "quarkus.profile=dev\n" + QUARKUS);

        assertThat(url(Map.of())).isEqualTo("jdbc:h2:mem:dev");
        assertThat(url(Map.of("QUARKUS_PROFILE", "prod"))).isEqualTo("jdbc:postgresql://prod/shop");
    }

    @Test
    void readsProfilesInYaml() throws IOException {
        write("classes/application.yml", """
                quarkus:
                  datasource:
                    jdbc:
                      url: jdbc:h2:mem:base
                "%test":
                  quarkus:
                    datasource:
                      jdbc:
                        url: jdbc:h2:mem:test
                """);

        assertThat(url(Map.of())).isEqualTo("jdbc:h2:mem:base");
        assertThat(url(Map.of("QUARKUS_PROFILE", "test"))).isEqualTo("jdbc:h2:mem:test");
    }

    @Test
    void readsTheConfigurationOfMicroProfileBelowTheApplications() throws IOException {
        write("classes/META-INF/microprofile-config.properties", """
                jakarta.persistence.jdbc.url=jdbc:h2:mem:base
                jakarta.persistence.jdbc.user=sa
                mp.config.profile=local
                """);
        write(
                "classes/META-INF/microprofile-config-local.properties",
                "jakarta.persistence.jdbc.url=jdbc:h2:mem:local");

        assertThat(read(Map.of()).requireDatabase()).isEqualTo(new Database("jdbc:h2:mem:local", "sa", null));

        write("classes/application.properties", "jakarta.persistence.jdbc.url=jdbc:h2:mem:application");
        assertThat(url(Map.of())).isEqualTo("jdbc:h2:mem:application");
    }

    @Test
    void variablesOverrideTheFilesByTheRulesOfSpringAndMicroProfile() throws IOException {
        write("classes/application.properties", QUARKUS);

        assertThat(url(Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:h2:mem:variable")))
                .isEqualTo("jdbc:h2:mem:variable");
        assertThat(read(Map.of(
                                "SPRING_JPA_HIBERNATE_NAMING_PHYSICALSTRATEGY", "com.example.Springs",
                                "QUARKUS_HIBERNATE_ORM_DATABASE_DEFAULT_SCHEMA", "shop"))
                        .ofHibernate())
                .containsEntry("spring.jpa.hibernate.naming.physical-strategy", "com.example.Springs")
                .containsEntry("hibernate.default_schema", "shop");
    }

    @Test
    void takesWhatAffectsTheModelsFromQuarkus() throws IOException {
        write("classes/application.properties", """
                quarkus.hibernate-orm.physical-naming-strategy=com.example.Naming
                quarkus.hibernate-orm.database.globally-quoted-identifiers=true
                """);

        assertThat(read(Map.of()).ofHibernate())
                .containsEntry("hibernate.physical_naming_strategy", "com.example.Naming")
                .containsEntry("hibernate.globally_quoted_identifiers", "true");
    }

    @Test
    void readsSecretsFromTheFilesThatVariablesName() throws IOException {
        Path secret = write("run/secrets/password", "hunter2\n");
        Map<String, String> springs = Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:h2:mem:spring", "SPRING_DATASOURCE_PASSWORD_FILE", secret.toString());
        Map<String, String> own = Map.of(
                "KUAKA_URL", "jdbc:h2:mem:own",
                "KUAKA_USER", "sa",
                "KUAKA_PASSWORD_FILE", secret.toString());

        assertThat(read(springs).requireDatabase()).isEqualTo(new Database("jdbc:h2:mem:spring", null, "hunter2"));
        assertThat(read(own).requireDatabase()).isEqualTo(new Database("jdbc:h2:mem:own", "sa", "hunter2"));
    }

    @Test
    void refusesASecretThatCannotBeReadOrIsGivenTwice() {
        assertThatThrownBy(() -> read(Map.of("KUAKA_PASSWORD_FILE", "nowhere")))
                .isInstanceOf(UnreadableSettingsException.class)
                .hasMessage("The environment: KUAKA_PASSWORD_FILE names the file \"nowhere\", which doesn't exist."
                        + " Name a file that holds the value and nothing else.");
        assertThatThrownBy(() -> read(Map.of("KUAKA_PASSWORD_FILE", "nowhere", "KUAKA_PASSWORD", "hunter2")))
                .isInstanceOf(UnreadableSettingsException.class)
                .hasMessage(
                        "The environment: KUAKA_PASSWORD and KUAKA_PASSWORD_FILE are both set. Remove one of them.");
    }

    @Test
    void namesTheProfilesOfDocumentsThatHaveADatabase() throws IOException {
        write("classes/application.yml", """
                spring.application.name: shop
                ---
                spring:
                  config.activate.on-profile: prod & eu
                  datasource.url: jdbc:postgresql://prod/shop
                """);

        assertThatThrownBy(() -> read(Map.of()).requireDatabase())
                .hasMessageContaining("only for the profile \"prod & eu\", which isn't active");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classes/application-prod.properties",
                "classes/config/application-prod.properties",
                "application-prod.properties",
                "config/application-prod.properties",
                "classes/META-INF/microprofile-config-prod.properties"
            })
    void namesTheProfilesWithFilesOfTheirOwnThatHaveADatabase(String file) throws IOException {
        write(file, "spring.datasource.url=jdbc:postgresql://prod/shop");
        write("classes/application-local.yml", "spring.application.name: shop");
        write("classes/application-broken.yml", "spring: [");

        assertThatThrownBy(() -> read(Map.of()).requireDatabase())
                .hasMessageContaining("only for the profile \"prod\", which isn't active: choose it with --profile");
    }
}
