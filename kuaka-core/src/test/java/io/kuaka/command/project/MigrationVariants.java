package io.kuaka.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Migrations that are compiled in several forms, to be exchanged for each other. */
final class MigrationVariants {
    static final String PACKAGE = "shop.catalog.migrations";

    private final Path folder;

    MigrationVariants(Path folder) {
        this.folder = folder;
    }

    /** Compiles a variant of classes in the package of migrations. The first word after "class" names each. */
    void compile(String variant, String... sources) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(variant));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        for (String source : sources) {
            String name = source.replaceFirst("(?s).*?class (\\w+).*", "$1");
            Path file = folder.resolve("sources").resolve(variant).resolve(name + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    "package " + PACKAGE + "; import io.kuaka.migration.*; import io.kuaka.operation.*;"
                            + " import java.util.*; " + source);
            arguments.add(file.toString());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).isZero();
    }

    /** Returns the source of a migration. */
    static String migration(String name, String annotations, String operations) {
        return annotations + " public final class " + name + " implements Migration {"
                + " @Override public List<Operation> operations() { return List.of(" + operations + "); } }";
    }

    /** Puts a variant of a class into a folder of classes; its time is always the same. */
    void put(String variant, String name, Path classes) throws IOException {
        Path target = classes.resolve(PACKAGE.replace('.', '/')).resolve(name + ".class");
        Files.createDirectories(target.getParent());
        Path source = folder.resolve(variant).resolve(PACKAGE.replace('.', '/')).resolve(name + ".class");
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(target, FileTime.fromMillis(0));
    }

    /** Removes a class from a folder. */
    static void remove(String name, Path classes) throws IOException {
        Files.deleteIfExists(classes.resolve(PACKAGE.replace('.', '/')).resolve(name + ".class"));
    }

    /** Packs a folder of classes. */
    static Path jar(Path jar, Path classes) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    /** A class loader that knows which classes it was asked for. */
    static final class Watched extends URLClassLoader {
        private final List<Path> roots;
        private final Set<String> asked = new HashSet<>();

        Watched(List<Path> roots) {
            super(roots.stream().map(Watched::url).toArray(URL[]::new), MigrationVariants.class.getClassLoader());
            this.roots = roots;
        }

        List<Path> roots() {
            return roots;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith(PACKAGE + ".")) {
                asked.add(name.substring(PACKAGE.length() + 1));
            }
            return super.findClass(name);
        }

        Set<String> asked() {
            return asked;
        }

        private static URL url(Path root) {
            try {
                return root.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }
}
