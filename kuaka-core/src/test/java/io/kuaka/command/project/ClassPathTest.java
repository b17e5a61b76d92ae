package io.kuaka.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
    @TempDir
    Path folder;

    @Test
    void itHasTheJarsThatManifestsNameHoweverDeep() throws IOException {
        Path libraries = Files.createDirectory(folder.resolve("lib"));
        Path last = jar(libraries.resolve("last.jar"), null);
        Path library = jar(libraries.resolve("a library.jar"), "last.jar missing.jar ../app.jar");
        Path application = jar(folder.resolve("app.jar"), "lib/a%20library.jar");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {application.toUri().toURL()}, null)) {
            assertThat(ClassPath.roots(loader)).contains(application, library, last);
        }
    }

    @Test
    void aJarThatCantBeReadIsLeftToTheJvm() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {broken.toUri().toURL()}, null)) {
            assertThat(ClassPath.roots(loader)).contains(broken);
        }
    }

    private static Path jar(Path file, String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (classPath != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
        return file;
    }
}
