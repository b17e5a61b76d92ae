package io.kuaka.it.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same entities give the same state with every line of Hibernate, apart from what the golden files say.
 *
 * <p>A group with annotations that came with a later line is read without them, or not at all. Nobody can have such
 * entities there, but what else differs in the group is seen.
 */
@Tag("slow")
class HibernateLinesTest {
    private static final Map<TestedLine, Map<String, List<String>>> READ = new EnumMap<>(TestedLine.class);

    private static final TestedLine NEWEST = TestedLine.V7_4;

    @BeforeAll
    static void readWithEachLine() {
        for (TestedLine line : TestedLine.values()) {
            READ.put(line, line.read(LineReading.class));
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsTheSameApartFromWhatIsWrittenDown(TestedLine line) {
        StringBuilder text = new StringBuilder();
        READ.get(NEWEST).forEach((group, newest) -> {
            List<String> here = READ.get(line).get(group);
            if (!newest.equals(here)) {
                text.append(group).append('\n');
                lines("- ", newest, isUnreadable(here) ? newest : here, text);
                lines("+ ", here, newest, text);
            }
        });

        Golden.assertGolden("hibernate/" + line.number() + ".txt", text.toString());
    }

    @Test
    void readsEverythingWithTheNewestLine() {
        assertThat(READ.get(NEWEST)).hasSizeGreaterThan(MappingGroup.values().length);
        assertThat(READ.get(NEWEST).values()).noneMatch(HibernateLinesTest::isUnreadable);
    }

    @ParameterizedTest
    @EnumSource(names = {"V6_6", "V7_0", "V7_4"})
    void readsIdsThatDependOnTheDatabase(TestedLine line) {
        assertThat(line.read(NativeIdReading.class))
                .isEqualTo("bigint(\"id\").primaryKey().identity().sequence(\"hibernate.native\"), "
                        + "sequence(\"native\").incrementedBy(50).forNativeIds()");
    }

    @ParameterizedTest
    @EnumSource
    void hasARowOnThePage(TestedLine line) throws IOException {
        Set<String> different = new TreeSet<>();
        Set<String> unreadable = new TreeSet<>();
        READ.get(NEWEST).forEach((group, newest) -> {
            List<String> here = READ.get(line).get(group);
            if (!newest.equals(here)) {
                (isUnreadable(here) ? unreadable : different).add("`" + group + "`");
            }
        });
        int same = READ.get(NEWEST).size() - different.size() - unreadable.size();
        String row = "| " + line.number() + " | " + line.version("hibernate-core") + " | "
                + line.version("hibernate-envers") + " | " + same + " | " + names(different) + " | "
                + names(unreadable) + " |";

        assertThat(Files.readString(Path.of("..", "docs", "mappings.md"))).contains(row);
    }

    private static String names(Set<String> groups) {
        return groups.isEmpty() ? "–" : String.join(", ", groups);
    }

    private static boolean isUnreadable(List<String> parts) {
        return parts.size() == 1 && parts.get(0).startsWith(TestedLine.UNREADABLE);
    }

    private static void lines(String mark, List<String> from, List<String> without, StringBuilder text) {
        List<String> more = new ArrayList<>(from);
        without.forEach(more::remove);
        more.forEach(line -> text.append(mark).append(line).append('\n'));
    }
}
