package io.kuaka.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.command.project.SourceFolders;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StandardLayoutTest {
    private final StandardLayout layout = new StandardLayout();

    @Test
    void findsTheSourcesOfMavenAndGradle() {
        SourceFolders folders = new SourceFolders(Path.of("/shop/src/main/java"), Path.of("/shop/src/test"));

        assertThat(layout.of(Path.of("/shop/target/classes"))).contains(folders);
        for (String language : new String[] {"java", "kotlin", "groovy", "scala"}) {
            assertThat(layout.of(Path.of("/shop/build/classes/" + language + "/main")))
                    .contains(folders);
        }
    }

    @Test
    void findsAModuleAtTheRootOfAFileSystem() {
        assertThat(layout.of(Path.of("/target/classes")).map(SourceFolders::main))
                .contains(Path.of("/src/main/java"));
    }

    @Test
    void knowsNothingOfOtherFolders() {
        assertThat(layout.of(Path.of("/shop/out/production"))).isEmpty();
    }
}
