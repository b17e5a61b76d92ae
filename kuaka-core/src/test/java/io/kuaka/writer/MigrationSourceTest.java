package io.kuaka.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.migration.MigrationKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Edits of annotations that keep the rest of a file. */
class MigrationSourceTest {
    private static final Map<MigrationKey, MigrationKey> TO_S = List.of("a.0001_x", "a.0002_x").stream()
            .collect(Collectors.toMap(MigrationKey::parse, any -> MigrationKey.parse("a.0001_s")));

    @Test
    void namesChangeInAnnotationsAndNowhereElse() {
        assertThat(repointed("""
                // @DependsOn("a.0001_x") once
                @DependsOn("a.0002_x") @io.kuaka.migration.RunBefore( /* "a.0001_x" */ {"b.0001", "a.0001_x"})
                class M { String s = "a.0001_x"; }
                """)).isEqualTo("""
                // @DependsOn("a.0001_x") once
                @DependsOn("a.0001_s") @io.kuaka.migration.RunBefore( /* "a.0001_x" */ {"b.0001", "a.0001_s"})
                class M { String s = "a.0001_x"; }
                """);
    }

    @Test
    void whatIsThenNamedTwiceIsNamedOnce() {
        assertThat(repointed("@DependsOn({\"a.0001_x\", \"b.0001\", \"a.0002_x\", \"c.0001\"})"))
                .isEqualTo("@DependsOn({\"a.0001_s\", \"b.0001\", \"c.0001\"})");
        assertThat(repointed("@DependsOn({\n  \"a.0001_x\", // one\n  \"a.0002_x\" // two\n})"))
                .isEqualTo("@DependsOn({\n  \"a.0001_s\" // one\n   // two\n})");
    }

    @Test
    void constantsAreLeftAlone() {
        String source = "@DependsOn(FIRST) class M { static final String FIRST = \"a.0001_x\"; }";

        assertThat(repointed(source)).isEqualTo(source);
    }

    @Test
    void aFinishedSquashReplacesNothing() {
        String source = """
                package a;

                import io.kuaka.migration.DependsOn;
                import io.kuaka.migration.Replaces;

                // %s
                // Drops the column "x".
                @DependsOn("b.0001")
                @Replaces({
                    "a.0001_x", // (the first)
                    "a.0002_x"
                })
                public final class M0001_s {}
                """.formatted(MigrationSource.squashComment(2, "a"));

        assertThat(new MigrationSource(source).finished().text()).isEqualTo("""
                package a;

                import io.kuaka.migration.DependsOn;

                // Drops the column "x".
                @DependsOn("b.0001")
                public final class M0001_s {}
                """);
    }

    @Test
    void aRetiredClassIsMarkedOnce() {
        MigrationSource retired = new MigrationSource("""
                package a;

                import io.kuaka.migration.Migration;
                import java.util.List;

                /** It
                @fills. */
                @DependsOn("a.0001_x")
                public final class M0002_x {}
                """).retired();

        assertThat(retired.text()).isEqualTo("""
                package a;

                import io.kuaka.migration.Migration;
                import io.kuaka.migration.Retired;
                import java.util.List;

                /** It
                @fills. */
                @Retired
                @DependsOn("a.0001_x")
                public final class M0002_x {}
                """);
        assertThat(retired.retired()).isEqualTo(retired);
        assertThat(new MigrationSource("package a;\n\nclass M {}\n").retired().text())
                .isEqualTo("package a;\n\nimport io.kuaka.migration.Retired;\n\n@Retired\nclass M {}\n");
    }

    @Test
    void whatTheAuthorWroteBeforeTheClassIsRead() {
        assertThat(new MigrationSource("""
                package a;

                import java.util.List;

                // %s
                // Drops the column.
                /**
                 * It fills.
                 * Slowly.
                 */
                @DependsOn("a.0001_x")
                public final class M0002_x { /* here */ }
                """.formatted(MigrationSource.squashComment(2, "a"))).remarks())
                .containsExactly("Drops the column.", "It fills.", "Slowly.");
    }

    @Test
    void aClassIsUsedWhereItCanBeSeen() {
        assertThat(uses("package a.migrations; class M { Object o = new M0001_x(); }"))
                .isTrue();
        assertThat(uses("package b; import a.migrations.M0001_x; class M {}")).isTrue();
        assertThat(uses("package b; class M { Object o = a.migrations.M0001_x.NAME; }"))
                .isTrue();
        assertThat(uses("package b; import a.migrations.*; class M extends M0001_x {}"))
                .isTrue();
        assertThat(uses("package b.migrations; class M0001_x {}")).isFalse();
        assertThat(uses("package a.migrations; /** As M0001_x. */ class M { String s = \"M0001_x\"; }"))
                .isFalse();
        assertThat(uses("package a.migrations; class M0001_xy {}")).isFalse();
    }

    @Test
    void quotesAndCommentsDontConfuse() {
        String text = "char c = '\"'; /* \" */ String s = \"\\\"//\"; // '\nint i;";

        assertThat(JavaMask.codeOf(text)).isEqualTo("char c = ' ';         String s = \"    \";     \nint i;");
    }

    private static String repointed(String source) {
        return new MigrationSource(source).repointed(TO_S).text();
    }

    private static boolean uses(String source) {
        return new MigrationSource(source).mentions("a.migrations", "M0001_x");
    }
}
