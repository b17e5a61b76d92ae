package io.kuaka.tooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.command.project.Database;
import io.kuaka.tooling.config.MissingImportException;
import io.kuaka.tooling.config.SpringNames;
import io.kuaka.tooling.config.UnreadableSettingsException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All the other places where Spring finds settings: what they say was silently missing. */
class SpringSourcesTest extends FolderWithSettings {
    @ParameterizedTest
    @CsvSource({
        "optional:file:./secret.properties, secret.properties",
        "file:config/secret.properties, config/secret.properties",
        "optional:classpath:more/secret.properties, classes/more/secret.properties",
        "classpath:/secret.properties, classes/secret.properties",
        "more/secret.properties, classes/more/secret.properties",
        "file:run/, run/application.properties",
        "file:run/settings[.properties], run/settings",
        "'file:${WHERE:run}/secret.properties', run/secret.properties"
    })
    void followsImports(String location, String file) throws IOException {
        write("classes/application.properties", """
                spring.datasource.url=jdbc:h2:mem:base
                spring.datasource.username=sa
                spring.config.import=%s
                """.formatted(location));
        write(file, "spring.datasource.url=jdbc:h2:mem:imported");

        assertThat(read(Map.of()).requireDatabase()).isEqualTo(new Database("jdbc:h2:mem:imported", "sa", null));
    }

    @Test
    void importsBelongToTheirDocumentAndHaveProfilesOfTheirOwn() throws IOException {
        write("classes/application.yml", """
                spring:
                  config.import: [base.yml, "optional:file:./mine.yml"]
                  datasource.url: jdbc:h2:mem:dev
                ---
                spring:
                  config:
                    activate:
                      onProfile: prod
                    import: prod-db.yml
                """);
        write("classes/base.yml", "spring.datasource.url: jdbc:h2:mem:base\n");
        write("classes/base-test.yml", "spring.datasource.url: jdbc:h2:mem:base-test\n");
        write("classes/prod-db.yml", "spring.datasource.url: jdbc:h2:mem:prod\nspring.config.import: file:deep.yml\n");
        write("deep.yml", "spring.datasource.username: deep\n");

        assertThat(url(Map.of())).isEqualTo("jdbc:h2:mem:base");
        assertThat(url(Map.of("SPRING_PROFILES_ACTIVE", "test"))).isEqualTo("jdbc:h2:mem:base-test");
        assertThat(read(Map.of("SPRING_PROFILES_ACTIVE", "prod")).requireDatabase())
                .isEqualTo(new Database("jdbc:h2:mem:prod", "deep", null));
        write("mine.yml", "spring.profiles.active: prod\n");
        assertThat(url(Map.of())).isEqualTo("jdbc:h2:mem:prod");
    }

    @Test
    void readsFoldersOfSecrets() throws IOException {
        write("classes/application.properties", """
                spring.datasource.url=jdbc:h2:mem:shop
                spring.config.import=optional:configtree:nowhere/,configtree:secrets/
                """);
        write("secrets/spring/datasource/username", "shop\n");
        write("secrets/spring.datasource.password", "hunter2\n");
        write("secrets/..data/spring.datasource.password", "old");

        assertThat(read(Map.of()).requireDatabase()).isEqualTo(new Database("jdbc:h2:mem:shop", "shop", "hunter2"));
    }

    @Test
    void filesThatImportEachOtherAreReadOnce() throws IOException {
        write("classes/application.yml", "spring.config.import: a.yml\n");
        write("classes/a.yml", "spring.config.import: b.yml\nspring.datasource.url: jdbc:h2:mem:a\n");
        write("classes/b.yml", "spring.config.import: a.yml\nspring.datasource.username: b\n");

        assertThat(read(Map.of()).requireDatabase()).isEqualTo(new Database("jdbc:h2:mem:a", "b", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:./missing.yml", "missing.properties", "configtree:missing/"})
    void anImportThatMustBeThereStopsOnlyWhatNeedsTheDatabase(String location) throws IOException {
        write("classes/application.properties", """
                spring.datasource.url=jdbc:h2:mem:base
                spring.config.import=%s
                """.formatted(location));

        Settings settings = read(Map.of());
        assertThat(settings.unread())
                .containsExactly("application.properties imports " + location + ", which isn't there");
        assertThatThrownBy(settings::requireDatabase)
                .isInstanceOf(MissingImportException.class)
                .hasMessage("The application's database isn't known, since its settings aren't complete:"
                        + " application.properties imports " + location + ", which isn't there. Name the database with"
                        + " --url or KUAKA_URL, put \"optional:\" before the import, or set"
                        + " SPRING_CONFIG_ON_NOT_FOUND=ignore in the environment.");
        assertThat(url(Map.of("KUAKA_URL", "jdbc:h2:mem:own"))).isEqualTo("jdbc:h2:mem:own");
        assertThat(url(Map.of("SPRING_CONFIG_ON_NOT_FOUND", "ignore"))).isEqualTo("jdbc:h2:mem:base");
    }

    @Test
    void namesWhatOnlyTheApplicationCanGet() throws IOException {
        write("classes/application.yml", """
                spring.config.import:
                  - optional:configserver:http://config:8888
                  - vault://secret/shop
                  - file:${UNKNOWN_FOLDER}/shop.yml
                  - classpath:config/*/
                  - file:shop.xml
                """);

        Settings settings = read(Map.of());
        assertThat(settings.unread())
                .containsExactly(
                        "application.yml imports configserver:http://config:8888",
                        "application.yml imports vault://secret/shop",
                        "application.yml imports file:${UNKNOWN_FOLDER}/shop.yml",
                        "application.yml imports classpath:config/*/",
                        "application.yml imports file:shop.xml");
        assertThatThrownBy(settings::requireDatabase)
                .hasMessageEndingWith(String.join(", ", settings.unread()) + ".")
                .hasMessageContaining("Kuaka doesn't read all that the application does: application.yml imports");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "optional:configserver:http://shop:hunter2@config:8888 configserver:http://…@config:8888",
                "optional:configserver:http://shop:hun@ter2@config/shop configserver:http://…@config/shop",
                "vault://vault.example.com/kv/shop?token=hunter2 vault://vault.example.com/kv/shop?…",
                "nacos:shop.yml?group=G&password=hunter2 nacos:shop.yml?…",
                "configserver:http://shop:hunter2 configserver:http://…",
                "configserver:http://${CONFIG_USER}:${CONFIG_PASSWORD:hunter2}@config:8888 configserver:http://…@config:8888"
            })
    void printsNoPasswordsOfServersThatAreImported(String location, String printed) throws IOException {
        write("classes/application.properties", "spring.config.import=" + location);

        Settings settings = read(Map.of());
        assertThat(settings.unread()).containsExactly("application.properties imports " + printed);
        assertThatThrownBy(settings::requireDatabase)
                .isInstanceOf(MissingDatabaseException.class)
                .hasMessageEndingWith(printed + ".")
                .hasMessageNotContaining("hun");
    }

    @Test
    void passwordsWithCommasAreNotPrintedEither() throws IOException {
        write("classes/application.properties", "spring.config.import=configserver:http://shop:hunt,er2@config:8888");

        assertThat(read(Map.of()).unread())
                .containsExactly(
                        "application.properties imports configserver:http://…",
                        "application.properties imports …@config:8888, which is neither a folder with a slash at its"
                                + " end nor a file of a known format");
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.hikari.jdbc-url, spring.datasource.hikari.username",
        "spring.datasource.hikari.jdbcUrl, spring.datasource.hikari.userName",
        "spring.datasource.hikari.jdbc_url, spring.datasource.hikari.user-name"
    })
    void thePoolsOwnSettingsOverrideOthersHoweverTheyAreSpelled(String url, String user) throws IOException {
        write("classes/application.properties", """
                spring.datasource.url=jdbc:h2:mem:base
                spring.datasource.username=sa
                spring.datasource.password=secret
                %s=jdbc:h2:mem:pool
                %s=pool
                """.formatted(url, user));

        assertThat(read(Map.of()).requireDatabase()).isEqualTo(new Database("jdbc:h2:mem:pool", "pool", "secret"));
        assertThat(url(Map.of("SPRING_DATASOURCE_HIKARI_JDBCURL", "jdbc:h2:mem:variable")))
                .isEqualTo("jdbc:h2:mem:variable");
    }

    @Test
    void knowsAllOfSpringsNamesHoweverTheyAreSpelled() {
        assertThat(SpringNames.KNOWN)
                .containsAll(SettingNames.OF_APPLICATIONS.stream()
                        .filter(name -> name.startsWith("spring."))
                        .toList());
    }

    @Test
    void takesWhatTheEnvironmentHasAsJson() throws IOException {
        write("classes/application.properties", "spring.datasource.url=jdbc:h2:mem:base");
        write("classes/application-prod.properties", "spring.datasource.username=prod");

        assertThat(read(Map.of(
                                "SPRING_DATASOURCE_URL",
                                "jdbc:h2:mem:variable",
                                "SPRING_APPLICATION_JSON",
                                "{\"spring\": {\"profiles\": {\"active\": [\"prod\"]}, \"datasource.url\": \"jdbc:h2:mem:json\"}}"))
                        .requireDatabase())
                .isEqualTo(new Database("jdbc:h2:mem:json", "prod", null));
        assertThatThrownBy(() -> read(Map.of("SPRING_APPLICATION_JSON", "{\"spring\"")))
                .isInstanceOf(UnreadableSettingsException.class)
                .hasMessageStartingWith("SPRING_APPLICATION_JSON, line 1: ");
    }

    @Test
    void includesProfilesOfFilesAndOfTheEnvironment() throws IOException {
        write("classes/application.yml", """
                spring:
                  profiles:
                    include: [common]
                    group:
                      prod: [db, mail]
                """);
        write("classes/application-common.yml", "spring.datasource: {url: 'jdbc:h2:mem:common', username: common}\n");
        write("classes/application-db.yml", "spring.datasource.url: jdbc:h2:mem:db\n");
        write("classes/application-extra.yml", "spring.datasource.password: extra\n");

        assertThat(read(Map.of("SPRING_PROFILES_ACTIVE", "prod", "SPRING_PROFILES_INCLUDE", "extra"))
                        .requireDatabase())
                .isEqualTo(new Database("jdbc:h2:mem:db", "common", "extra"));
    }

    @Test
    void systemPropertiesOverrideTheEnvironment() throws IOException {
        write("classes/application.properties", "spring.datasource.url=jdbc:h2:mem:base");
        String name = "spring.datasource.url";
        System.setProperty(name, "jdbc:h2:mem:property");
        try {
            assertThat(url(Map.of("SPRING_DATASOURCE_URL", "jdbc:h2:mem:variable")))
                    .isEqualTo("jdbc:h2:mem:property");
        } finally {
            System.clearProperty(name);
        }
    }

    @Test
    void namesTheUrlsThatTheApplicationHasUnderNamesOfItsOwn() throws IOException {
        write("classes/application.properties", """
                app.datasource.orders.jdbc-url=jdbc:postgresql://db/orders?password=secret
                quarkus.datasource."stock".jdbc.url=jdbc:postgresql://db/stock
                """);

        assertThatThrownBy(() -> read(Map.of()).requireDatabase())
                .hasMessageEndingWith("The application names databases in its own way: app.datasource.orders.jdbc-url"
                        + " (application.properties), quarkus.datasource.\"stock\".jdbc.url (application.properties)."
                        + " A line such as \"url = ${app.datasource.orders.jdbc-url}\" in kuaka.properties takes one of"
                        + " them, with user and password beside it.");
        write("kuaka.properties", "url = ${quarkus.datasource.\"stock\".jdbc.url}");
        assertThat(url(Map.of())).isEqualTo("jdbc:postgresql://db/stock");
    }
}
