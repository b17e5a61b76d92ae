package io.kuaka.tooling;

import io.kuaka.hibernate.line.HibernateLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which line of Hibernate read the entities when they last agreed with the migrations.
 *
 * <p>An upgrade changes what is read although nobody has changed an entity. The note is in the project's build folder,
 * so it is lost when that is deleted; nothing but a remark depends on it.
 */
public final class LastReading {
    private final Path buildFolder;
    private final Path ownFolder;
    private final Path file;
    private final HibernateLine line;

    LastReading(Path folder, HibernateLine line) {
        this.buildFolder = folder.resolve("target");
        this.ownFolder = buildFolder.resolve("kuaka");
        this.file = ownFolder.resolve("hibernate.txt");
        this.line = line;
    }

    /** Returns the last reading of a project, to compare with one by the Hibernate on the class path. */
    public static LastReading of(Workspace workspace) {
        return new LastReading(workspace.folder(), HibernateLine.present());
    }

    /**
     * Returns what has to be said about the line that reads now.
     *
     * @param changed whether entities and migrations differ
     */
    public List<String> remarks(boolean changed) {
        List<String> remarks = new ArrayList<>();
        line.remark().ifPresent(remarks::add);
        String before = read();
        if (changed && !before.isEmpty() && !before.equals(line.name())) {
            remarks.add("Hibernate " + before + " read the entities before, and Hibernate " + line.name()
                    + " does now. Changes that nobody made in the entities come from that; see \"Upgrading Hibernate\" in"
                    + " Kuaka's documentation.");
        }
        return remarks;
    }

    private String read() {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes that entities and migrations agree, as this line reads them. */
    public void remember() {
        if (!Files.isDirectory(buildFolder) || read().equals(line.name())) {
            return;
        }
        try {
            Files.createDirectories(ownFolder);
            Files.writeString(file, line.name() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
