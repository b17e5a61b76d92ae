package io.kuaka.command.project;

import io.kuaka.loader.MigrationLoader;
import io.kuaka.loader.index.IndexDraft;
import io.kuaka.loader.index.MigrationIndex;
import io.kuaka.recorder.OperationChecksum;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of a project's migrations from one run to the next, so that a run with nothing to do loads and runs
 * no class of them.
 *
 * <p>It makes no difference but time: what is kept is about the content of class files, and counts only as long as they
 * have it. A cache that can't be read or written is none.
 */
public final class MigrationCache {
    private static final String FILE = "migrations.index";

    private final @Nullable CacheFile file;
    private MigrationIndex kept = MigrationIndex.empty();
    private @Nullable IndexDraft draft;

    private MigrationCache(@Nullable CacheFile file) {
        this.file = file;
    }

    /** Returns the cache in a folder. */
    public static MigrationCache in(Path folder) {
        return new MigrationCache(new CacheFile(folder.resolve(FILE)));
    }

    /** Returns a cache that keeps nothing. */
    public static MigrationCache none() {
        return new MigrationCache(null);
    }

    /**
     * Finds the migrations among the classes of an application.
     *
     * @param roots the folders and jars to look through
     */
    public Project load(ClassLoader classLoader, List<Path> roots, SourceLayout layout) {
        if (file != null) {
            kept = file.read().map(MigrationIndex::read).orElse(MigrationIndex.empty());
        }
        MigrationLoader.Found found = MigrationLoader.load(classLoader, roots, List.of(), kept, file != null);
        draft = found.draft();
        return new Project(classLoader, roots, layout, found.migrations());
    }

    /** Keeps what was found out since the migrations were loaded. */
    public void save() {
        if (file != null && draft != null) {
            MigrationIndex now = draft.index(node -> OperationChecksum.of(node).text());
            if (!now.equals(kept)) {
                file.write(now.text());
            }
        }
    }
}
