package io.kuaka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What some pages show is what a session prints: each is a part of the transcript of the same name. */
class PageTranscriptsTest {
    private static final Pattern COMMAND =
            Pattern.compile("^```\\n\\$ kuaka ([^\\n]*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"from-flyway", "from-hbm2ddl", "several-databases", "tenants"})
    void commandsOfAPageAreRunByATranscript(String name) throws IOException {
        String transcript = Files.readString(Path.of("src", "test", "resources", "transcripts", name + ".txt"))
                .replace("== errors\n", "");
        List<MatchResult> commands = COMMAND.matcher(Files.readString(Path.of("..", "docs", name + ".md")))
                .results()
                .toList();

        assertThat(commands).isNotEmpty().allSatisfy(command -> assertThat(transcript)
                .contains("== kuaka " + command.group(1) + "\n" + command.group(2)));
    }
}
