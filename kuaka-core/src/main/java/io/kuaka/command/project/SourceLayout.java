package io.kuaka.command.project;

import java.nio.file.Path;
import java.util.Optional;

/** Finds the sources of a folder of classes; each build tool has rules of its own. */
@FunctionalInterface
public interface SourceLayout {
    /** Returns the sources of a folder of classes, given by an absolute path; empty if unknown. */
    Optional<SourceFolders> of(Path classes);

    /** Returns the layout for programs that write no migrations. */
    static SourceLayout none() {
        return classes -> Optional.empty();
    }
}
