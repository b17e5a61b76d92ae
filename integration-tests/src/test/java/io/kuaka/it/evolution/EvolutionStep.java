package io.kuaka.it.evolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One folder of {@code evolution}: what a release changes, and what its rows have to look like. */
record EvolutionStep(Path folder) {
    static final Path ROOT = Path.of("src", "test", "resources", "evolution");

    static List<EvolutionStep> all() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(EvolutionStep::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** Returns the paths of the entities that this step removes. */
    List<String> deleted() {
        return text("step.txt")
                .lines()
                .filter(line -> line.startsWith("delete "))
                .map(line -> line.substring("delete ".length()).strip())
                .toList();
    }

    /** Returns whether going back from here is refused until {@code undo.sql} was run. */
    boolean isStuck() {
        return text("step.txt").lines().anyMatch(line -> line.startsWith("stuck"));
    }

    /** Returns the sources that are new or changed, relative to {@link #folder}. */
    List<Path> sources() {
        return below("")
                .filter(path -> path.toString().endsWith(".java"))
                .map(folder::relativize)
                .toList();
    }

    /** Returns the files with the operations of migrations that are written by hand. */
    List<Path> byHand() {
        return below("by-hand").toList();
    }

    /** Returns what a file of this step holds; empty without the file. */
    String text(String file) {
        try {
            Path path = folder.resolve(file);
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the statements of a file of this step. */
    List<String> statements(String file) {
        String sql = text(file).replaceAll("(?m)^--.*\\R", "");
        return Arrays.stream(sql.split(";\\s*\\R"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** Returns the queries that hold after the step, or after coming back to it. */
    List<EvolutionQuery> queries(boolean isReturned) {
        String returned = text("rows-returned.txt");
        return EvolutionQuery.parse(isReturned && !returned.isEmpty() ? returned : text("rows.txt"));
    }

    private Stream<Path> below(String name) {
        Path start = folder.resolve(name);
        if (!Files.exists(start)) {
            return Stream.of();
        }
        try (Stream<Path> paths = Files.walk(start)) {
            return paths.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name() + ": " + text("step.txt").lines().findFirst().orElse("").replaceFirst("^title ", "");
    }
}
