package io.kuaka.loader.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildStampTest {
    @TempDir
    Path folder;

    /** What a build had written was never believed by the application in one jar. */
    @Test
    void aJarHasTheSameOneWhereverItIsReadFrom() throws Exception {
        Path jar = folder.resolve("kuaka core.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("Some.class"));
            out.write(1);
        }
        URI file = jar.toUri();
        Fingerprint expected = Fingerprint.of(jar);
        assertThat(BuildStamp.fingerprint(file.toURL())).isEqualTo(expected);
        assertThat(BuildStamp.fingerprint(URI.create("jar:" + file + "!/").toURL()))
                .isEqualTo(expected);
        assertThat(BuildStamp.fingerprint(folder.toUri().toURL())).isEqualTo(Fingerprint.ofFolder(folder));
    }
}
