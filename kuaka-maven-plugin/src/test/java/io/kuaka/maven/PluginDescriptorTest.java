package io.kuaka.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.cli.BuildTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the plugin's descriptor to the commands of the command line; {@code -Dgolden=update} rewrites it. */
class PluginDescriptorTest {
    private static final Path DESCRIPTOR = Path.of("src", "main", "resources", "META-INF", "maven", "plugin.xml");

    @Test
    void eachCommandIsAGoalWithItsParameters() throws IOException {
        String descriptor = PluginDescriptorText.of(BuildTool.commands());
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(DESCRIPTOR, descriptor);
        }
        assertThat(descriptor)
                .as("descriptor %s; make it with -Dgolden=update and review it", DESCRIPTOR)
                .isEqualTo(Files.readString(DESCRIPTOR));
    }
}
