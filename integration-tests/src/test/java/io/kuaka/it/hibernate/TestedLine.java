package io.kuaka.it.hibernate;

import io.kuaka.it.support.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line of Hibernate, with the newest version of it in a JVM of its own. */
public enum TestedLine {
    V6_6,
    V7_0,
    V7_1,
    V7_2,
    V7_3,
    V7_4,

    /** A preview, which has no Envers yet. */
    V8_0;

    /** Starts the only part of a group that the line can't read. */
    static final String UNREADABLE = "can't be read: ";

    /** Where the build puts the jars of each line. */
    private static final Path JARS = Path.of("target", "hibernate");

    /** Returns major and minor number, as in {@code 7.1}. */
    String number() {
        return name().substring(1).replace('_', '.');
    }

    /** Returns the version of a jar, as in {@code 7.1.35}; a dash if the line has none. */
    String version(String artifact) {
        return jars().stream()
                .map(jar -> jar.getFileName().toString())
                .filter(name -> name.startsWith(artifact + "-"))
                .map(name -> name.substring(artifact.length() + 1).replaceAll("(\\.Final)?\\.jar$", ""))
                .findFirst()
                .orElse("–");
    }

    /**
     * Returns what a reader gives with this line, in a JVM of its own; all types of it are the JDK's.
     *
     * <p>A class loader is not enough: Hibernate looks for services with that of the system too, and finds those of the
     * tests' line.
     */
    public <T> T read(Class<? extends Supplier<T>> reader) {
        try {
            Path result = Files.createTempFile("reading", ".bin");
            Process process = JavaProcess.start(
                    List.of("-XX:+UseSerialGC"), classPath(), LineProcess.class, reader.getName(), result.toString());
            String said = JavaProcess.said(process);
            if (process.exitValue() != 0) {
                throw new IllegalStateException("Hibernate " + number() + ": " + said);
            }
            return LineProcess.result(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The class path of the tests, with the line's jars in place of those that it has. */
    private String classPath() {
        Set<String> own = jars().stream().map(TestedLine::artifact).collect(Collectors.toSet());
        own.addAll(List.of("hibernate-models", "hibernate-envers"));
        Stream<Path> others = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> !own.contains(artifact(path)));
        return Stream.concat(jars().stream(), others)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private List<Path> jars() {
        try (Stream<Path> jars = Files.list(JARS.resolve(number()))) {
            return jars.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the build puts the jars of Hibernate " + number() + " there", e);
        }
    }

    private static String artifact(Path jar) {
        return jar.getFileName().toString().replaceAll("-\\d.*", "");
    }
}
