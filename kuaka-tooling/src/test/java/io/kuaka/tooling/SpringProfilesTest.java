package io.kuaka.tooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.tooling.config.UnreadableSettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database of another profile is never taken by mistake. */
class SpringProfilesTest extends FolderWithSettings {
    private static final String DOCUMENTS = """
            spring:
              datasource.url: jdbc:h2:mem:dev
            ---
            spring:
              config.activate.on-profile: prod & !eu
              datasource.url: jdbc:h2:mem:prod
            ---
            spring:
              config:
                activate:
                  on-profile: [eu, us]
              datasource.url: jdbc:h2:mem:eu
            """;

    /** A profile with a typing error met the database of all other profiles, in silence. */
    @ParameterizedTest
    @CsvSource({
        "prod,true",
        "us,true",
        "both,true",
        "test,true",
        "empty,true",
        "quarkus,true",
        "prdo,false",
        "'prod,prdo',false"
    })
    void aProfileThatIsNamedToKuakaHasSettings(String profiles, boolean isKnown) throws IOException {
        write("classes/application.yml", DOCUMENTS);
        write("application-test.yaml", "spring.datasource.url: jdbc:h2:mem:test");
        write("application-empty.properties", "");
        write("classes/application.properties", """
                spring.profiles.group.both=sun,moon
                %quarkus.quarkus.datasource.jdbc.url=jdbc:h2:mem:quarkus
                """);

        assertThatCode(() -> url(Map.of("SPRING_PROFILES_ACTIVE", profiles))).doesNotThrowAnyException();
        if (isKnown) {
            assertThatCode(() -> url(Map.of("KUAKA_PROFILE", profiles))).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> url(Map.of("KUAKA_PROFILE", profiles)))
                    .isInstanceOf(UnknownProfileException.class)
                    .hasMessageContaining("\"prdo\"");
        }
    }

    @Test
    void skipsDocumentsOfProfilesThatAreNotActive() throws IOException {
        write("classes/application.yml", DOCUMENTS);

        assertThat(url(Map.of())).isEqualTo("jdbc:h2:mem:dev");
        assertThat(url(Map.of("SPRING_PROFILES_ACTIVE", "prod"))).isEqualTo("jdbc:h2:mem:prod");
        assertThat(url(Map.of("SPRING_PROFILES_ACTIVE", "prod, eu"))).isEqualTo("jdbc:h2:mem:eu");
    }

    @Test
    void skipsPropertiesOfProfilesThatAreNotActive() throws IOException {
        write("classes/application.properties", """
                spring.datasource.url=jdbc:h2:mem:dev
                #---
                spring.config.activate.on-profile=prod
                spring.datasource.url=jdbc:h2:mem:prod
                """);

        assertThat(url(Map.of())).isEqualTo("jdbc:h2:mem:dev");
        assertThat(url(Map.of("SPRING_PROFILES_ACTIVE", "prod"))).isEqualTo("jdbc:h2:mem:prod");
    }

    @Test
    void readsTheFilesOfActiveProfilesOverTheOthers() throws IOException {
        write("classes/application.properties", "spring.datasource.url=jdbc:h2:mem:base");
        write("classes/application-prod.yml", "spring.datasource.url: jdbc:h2:mem:prod");
        write("classes/config/application-local.properties", "spring.datasource.url=jdbc:h2:mem:local");

        assertThat(url(Map.of())).isEqualTo("jdbc:h2:mem:base");
        assertThat(url(Map.of("SPRING_PROFILES_ACTIVE", "prod"))).isEqualTo("jdbc:h2:mem:prod");
        assertThat(url(Map.of("SPRING_PROFILES_ACTIVE", "prod,local"))).isEqualTo("jdbc:h2:mem:local");
    }

    @Test
    void takesActiveProfilesFromTheSettingsWithGroups() throws IOException {
        write("classes/application.yml", """
                spring.profiles:
                  active: production
                  group.production: proddb, prodmail
                ---
                spring.config.activate.on-profile: proddb
                spring.datasource.url: jdbc:h2:mem:prod
                ---
                spring.config.activate.on-profile: default
                spring.datasource.url: jdbc:h2:mem:default
                """);

        assertThat(url(Map.of())).isEqualTo("jdbc:h2:mem:prod");
        assertThat(url(Map.of("SPRING_PROFILES_ACTIVE", "default"))).isEqualTo("jdbc:h2:mem:default");
    }

    @Test
    void prefersKuakasOwnProfileToSprings() throws IOException {
        write("classes/application.yml", DOCUMENTS);
        write("kuaka.properties", "profile = us");

        assertThat(url(Map.of("SPRING_PROFILES_ACTIVE", "prod"))).isEqualTo("jdbc:h2:mem:eu");
        assertThat(url(Map.of("KUAKA_PROFILE", "prod"))).isEqualTo("jdbc:h2:mem:prod");
    }

    /** It was shown as KUAKA_PROFILE, and refused beside a KUAKA_PROFILE_FILE. */
    @Test
    void prefersTheProfileOfACommandAndSaysThatItIsOne() throws IOException {
        write("application.yml", DOCUMENTS);
        Path file = write("profile.txt", "us");
        Workspace workspace = new Workspace(
                folder, getClass().getClassLoader(), List.of(), Map.of("KUAKA_PROFILE_FILE", file.toString()));

        Settings settings = Settings.read(workspace.withProfiles("prod").withoutCache());

        assertThat(settings.requireDatabase().url()).isEqualTo("jdbc:h2:mem:prod");
        assertThat(settings.used())
                .contains(new UsedSetting("kuaka.profile", Optional.of("prod"), "--profile", Optional.empty()));
        assertThat(Settings.read(workspace).requireDatabase().url()).isEqualTo("jdbc:h2:mem:eu");
    }

    @Test
    void takesTheDatabaseFromSpringsVariables() throws IOException {
        write("classes/application.yml", DOCUMENTS);

        assertThat(url(Map.of("SPRING_DATASOURCE_URL", "jdbc:h2:mem:variable"))).isEqualTo("jdbc:h2:mem:variable");
    }

    @Test
    void readsAnchorsQuotesEscapesAndListsOfYaml() throws IOException {
        write("classes/application.yml", """
                base: &base
                  username: 'it''s'
                  password: "tab\\tand \\u00e4 # no comment"
                spring:
                  datasource:
                    <<: *base
                    url: >-
                      jdbc:h2:mem:${name:${other:shop}}
                """);

        assertThat(read(Map.of("OTHER", "store")).requireDatabase())
                .extracting("url", "user", "password")
                .containsExactly("jdbc:h2:mem:store", "it's", "tab\tand ä # no comment");
    }

    @Test
    void namesTheLineOfABrokenCondition() throws IOException {
        write("classes/application.yml", "a: b\n---\nspring.config.activate.on-profile: prod & eu | us\n");

        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(UnreadableSettingsException.class)
                .hasMessage("application.yml, line 3: \"prod & eu | us\" isn't a condition on profiles such as"
                        + " \"prod & (eu | us)\".");
    }
}
