package io.kuaka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What some pages show is what a session prints: each is a part of a transcript whose name begins with that of the page. */
class PageTranscriptsTest {
    private static final Pattern COMMAND =
            Pattern.compile("^```\\n\\$ kuaka ([^\\n]*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"from-flyway", "from-hbm2ddl", "several-databases", "tenants"})
    void commandsOfAPageAreRunByATranscript(String name) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Path.of("src", "test", "resources", "transcripts"), name + "*.txt")) {
            for (Path file : files) {
                texts.append(Files.readString(file));
            }
        }
        String transcript = texts.toString().replace("== errors\n", "");
        List<MatchResult> commands = COMMAND.matcher(Files.readString(Path.of("..", "docs", name + ".md")))
                .results()
                .toList();

        assertThat(commands).isNotEmpty().allSatisfy(command -> assertThat(transcript)
                .contains("== kuaka " + command.group(1) + "\n" + command.group(2)));
    }
}
