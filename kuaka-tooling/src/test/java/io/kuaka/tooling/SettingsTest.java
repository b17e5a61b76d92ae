package io.kuaka.tooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.project.Database;
import io.kuaka.schema.Dialect;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest extends FolderWithSettings {
    @Test
    void takesTheDatabaseFromWhatSpringReads() throws IOException {
        write("classes/application.properties", """
                spring.datasource.url=jdbc:postgresql://localhost/shop
                spring.datasource.username=${DB_USER:shop}
                spring.datasource.password=${DB_PASSWORD}
                """);

        Database database = read(Map.of(), Map.of("DB_PASSWORD", "secret")).requireDatabase();

        assertThat(database).isEqualTo(new Database("jdbc:postgresql://localhost/shop", "shop", "secret"));
    }

    @Test
    void knowsOtherEnvironmentsByTheirNames() throws IOException {
        write("kuaka.properties", """
                url=jdbc:sqlite:here.db
                environment.prod.url=jdbc:postgresql://prod/shop
                environment.prod.user=shop
                environment.prod.password=${PROD_PASSWORD}
                """);

        Settings settings = read(Map.of(), Map.of("PROD_PASSWORD", "secret"));

        assertThat(settings.environments()).containsExactly("prod");
        assertThat(settings.environment("prod"))
                .isEqualTo(new Database("jdbc:postgresql://prod/shop", "shop", "secret"));
    }

    @Test
    void leavesTheSettingsOfTheSpringBootStarterToIt() throws IOException {
        write("classes/application.properties", """
                spring.datasource.url=jdbc:postgresql://localhost/shop
                kuaka.enabled=true
                kuaka.mode=validate
                kuaka.check-models=fail
                kuaka.lock-wait=30s
                kuaka.on-unknown=warn
                kuaka.target=catalog.0003
                kuaka.shared-tables=book
                """);

        assertThat(read(Map.of(), Map.of()).requireDatabase())
                .isEqualTo(new Database("jdbc:postgresql://localhost/shop", null, null));
    }

    @Test
    void readsListsOfBothForms() throws IOException {
        write("classes/application.yml", """
                kuaka:
                  unmanaged-tables:
                    - legacy_*
                    - audit.*
                  shared-tables: book, author
                """);

        Settings settings = read(Map.of(), Map.of());

        assertThat(settings.list("kuaka.unmanaged-tables")).containsExactly("legacy_*", "audit.*");
        assertThat(settings.list("kuaka.shared-tables")).containsExactly("book", "author");
        assertThat(settings.list("kuaka.schema")).isEmpty();
    }

    @Test
    void keepsTheApplicationsPasswordForTheApplicationsDatabase() throws IOException {
        write("classes/application.properties", """
                spring.datasource.url=jdbc:postgresql://localhost/shop
                spring.datasource.username=shop
                spring.datasource.password=secret
                """);

        Settings settings = read(Map.of(), Map.of());

        assertThat(settings.with("url", "jdbc:postgresql://elsewhere/shop", "--url")
                        .requireDatabase())
                .isEqualTo(new Database("jdbc:postgresql://elsewhere/shop", null, null));
        assertThat(settings.with("user", "admin", "--user").requireDatabase())
                .isEqualTo(new Database("jdbc:postgresql://localhost/shop", "admin", "secret"));
    }

    @Test
    void takesTheDatabaseFromNestedYaml() throws IOException {
        write("classes/application.yml", """
                # where the data lives
                spring:
                  application:
                    name: shop
                  datasource:
                    url: "jdbc:h2:mem:shop"   # in memory
                    username: 'sa'
                  jpa:
                    hibernate.naming.physical-strategy: com.example.Naming
                servers:
                  - a: b
                """);

        Settings settings = read(Map.of(), Map.of());

        assertThat(settings.requireDatabase()).isEqualTo(new Database("jdbc:h2:mem:shop", "sa", null));
        assertThat(settings.ofHibernate())
                .containsEntry("spring.jpa.hibernate.naming.physical-strategy", "com.example.Naming");
    }

    @Test
    void laysLaterSourcesOverEarlierOnes() throws IOException {
        Map<String, String> persistence = Map.of("jakarta.persistence.jdbc.url", "jdbc:sqlite:unit.db");
        assertThat(url(read(persistence, Map.of()))).isEqualTo("jdbc:sqlite:unit.db");

        write("classes/application.properties", "spring.datasource.url=jdbc:sqlite:spring.db");
        assertThat(url(read(persistence, Map.of()))).isEqualTo("jdbc:sqlite:spring.db");

        write("kuaka.properties", "url=jdbc:sqlite:kuaka.db");
        assertThat(url(read(persistence, Map.of()))).isEqualTo("jdbc:sqlite:kuaka.db");

        Map<String, String> environment = Map.of("KUAKA_URL", "jdbc:sqlite:environment.db");
        assertThat(url(read(persistence, environment))).isEqualTo("jdbc:sqlite:environment.db");
        assertThat(url(read(persistence, environment).with("url", "jdbc:sqlite:option.db", "--url")))
                .isEqualTo("jdbc:sqlite:option.db");
    }

    @Test
    void saysWhereADatabaseCanBeNamed() {
        assertThatThrownBy(() -> read(Map.of(), Map.of()).requireDatabase())
                .isInstanceOf(MissingDatabaseException.class)
                .hasMessageContainingAll("--url", "KUAKA_URL", "kuaka.properties", "jakarta.persistence.jdbc.url");
    }

    @Test
    void namesTheVariableThatIsMissing() throws IOException {
        write("kuaka.properties", "url=${SHOP_URL}");

        assertThatThrownBy(() -> read(Map.of(), Map.of()).requireDatabase())
                .isInstanceOf(UnresolvedSettingException.class)
                .hasMessageContainingAll("kuaka.url", "SHOP_URL");
    }

    @Test
    void theKindOfDatabaseNeedsNoPassword() throws IOException {
        write("kuaka.properties", "url=jdbc:postgresql://${DB_HOST}/shop\npassword=${SECRET}");

        assertThat(read(Map.of(), Map.of()).dialect()).map(Dialect::name).contains("postgresql");

        write("kuaka.properties", "url=${SHOP_URL}");
        assertThat(read(Map.of(), Map.of()).dialect()).isEmpty();
        assertThat(read(Map.of(), Map.of())
                        .with("url", "jdbc:h2:mem:x", "--url")
                        .dialect())
                .map(Dialect::name)
                .contains("h2");
    }

    @Test
    void theKindOfANamedDatabaseNeedsNoPasswordEither() throws IOException {
        write("kuaka.properties", """
                databases.reporting.url=jdbc:mysql://${DB_HOST}/reports
                databases.reporting.password=${SECRET}
                """);
        Settings reporting = read(Map.of(), Map.of()).at("reporting");

        assertThat(reporting.dialect()).map(Dialect::name).contains("mysql");
        assertThat(reporting.with("url", "jdbc:sqlite:x.db", "--url").dialect())
                .map(Dialect::name)
                .contains("sqlite");
    }

    @Test
    void optionsOfACommandAreAboutTheDatabaseThatItConnectsTo() throws IOException {
        write("kuaka.properties", """
                url=jdbc:h2:mem:shop
                user=sa
                databases.reporting.url=jdbc:h2:mem:reports
                """);
        Settings usual = read(Map.of(), Map.of())
                .with("url", "jdbc:sqlite:wrong.db", "--url")
                .with("url", "jdbc:sqlite:copy.db", "--url")
                .with("password", "secret", "--password");
        Settings reporting = read(Map.of(), Map.of()).at("reporting").with("url", "jdbc:sqlite:copy.db", "--url");

        assertThat(usual.at("reporting").database()).contains(new Database("jdbc:h2:mem:reports", null, null));
        assertThat(reporting.at("default").database()).contains(new Database("jdbc:h2:mem:shop", "sa", null));
        assertThat(reporting.at("reporting").database()).contains(new Database("jdbc:sqlite:copy.db", null, null));
    }

    @Test
    void anEmptyPasswordOfTheApplicationOverridesThatOfAFile() throws IOException {
        write("application.properties", """
                spring.datasource.url=jdbc:h2:mem:shop
                spring.datasource.username=sa
                spring.datasource.password=secret
                """);

        assertThat(read(Map.of(), Map.of("SPRING_DATASOURCE_PASSWORD", "")).requireDatabase())
                .isEqualTo(new Database("jdbc:h2:mem:shop", "sa", null));
    }

    @Test
    void givesTheUrlOfACommandLineNoUserOfAFile() throws IOException {
        write("kuaka.properties", """
                url=jdbc:postgresql://localhost/shop
                user=shop
                password=secret
                """);

        Settings settings = read(Map.of(), Map.of("KUAKA_PASSWORD", "given"));

        assertThat(settings.requireDatabase())
                .isEqualTo(new Database("jdbc:postgresql://localhost/shop", "shop", "given"));
        assertThat(settings.with("url", "jdbc:postgresql://elsewhere/shop", "--url")
                        .requireDatabase())
                .isEqualTo(new Database("jdbc:postgresql://elsewhere/shop", null, null));
        assertThat(settings.with("url", "jdbc:postgresql://elsewhere/shop", "--url")
                        .with("user", "admin", "--user")
                        .with("password", "typed", "--password")
                        .requireDatabase())
                .isEqualTo(new Database("jdbc:postgresql://elsewhere/shop", "admin", "typed"));
    }

    @Test
    void verifiesWithTheUserOfTheCommandLineOnly() throws IOException {
        write("kuaka.properties", "user=shop\npassword=secret\n");
        Settings settings = read(Map.of(), Map.of("KUAKA_PASSWORD", "given"));

        assertThat(settings.databaseAt("verify-url", "jdbc:h2:mem:x"))
                .isEqualTo(new Database("jdbc:h2:mem:x", null, null));
        assertThat(settings.with("user", "sa", "--user").databaseAt("verify-url", "jdbc:h2:mem:x"))
                .isEqualTo(new Database("jdbc:h2:mem:x", "sa", "given"));
    }

    private Settings read(Map<String, String> persistence, Map<String, String> environment) {
        return read(environment).withFallback(persistence, "persistence.xml");
    }

    private static String url(Settings settings) {
        return settings.requireDatabase().url();
    }
}
