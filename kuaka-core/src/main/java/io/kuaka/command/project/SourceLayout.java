package io.kuaka.command.project;

import java.nio.file.Path;
import java.util.Optional;

/** Knows which sources a folder of classes was compiled from; each build tool has rules of its own. */
@FunctionalInterface
public interface SourceLayout {
    /** Returns the sources of a folder of classes, which is an absolute path; empty where it isn't known. */
    Optional<SourceFolders> of(Path classes);

    /** Returns the layout for programs that write no migrations. */
    static SourceLayout none() {
        return classes -> Optional.empty();
    }
}
