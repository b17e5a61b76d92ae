package io.kuaka.command.squash;

import io.kuaka.command.project.FeasibilityCheck;
import io.kuaka.command.project.InvalidNameException;
import io.kuaka.command.project.NewMigration;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceFiles;
import io.kuaka.command.project.UnknownAppException;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.squash.Squash;
import io.kuaka.graph.squash.Squasher;
import io.kuaka.impact.DataLossReader;
import io.kuaka.impact.OperationLosses;
import io.kuaka.loader.MigrationApp;
import io.kuaka.migration.Migration;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ProjectState;
import io.kuaka.writer.MigrationFile;
import io.kuaka.writer.MigrationSource;
import io.kuaka.writer.MigrationWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a migration that replaces several; the old ones stay until {@link FinishSquash} removes them.
 *
 * <p>Needs no database: each database continues with the squash if it has all or none of the replaced migrations, and
 * with the old ones otherwise. Files are only added.
 */
public final class SquashMigrations {
    /**
     * The options.
     *
     * @param start the first migration to squash, or the start of its name; null for the app's first
     * @param end the last migration to squash, or the start of its name
     * @param name the squash's name without its number; null for the names of its first and last migration
     * @param optimize whether to optimize the operations
     * @param header whether the file begins with a comment about what it is
     */
    public record Options(
            String app,
            @Nullable String start,
            String end,
            @Nullable String name,
            boolean optimize,
            boolean header) {
        public Options {
            InvalidNameException.requireValid(name);
        }

        /** Returns options for all migrations from the app's first to the one named. */
        public static Options upTo(String app, String end) {
            return new Options(app, null, end, null, true, true);
        }
    }

    /** A squash that is made and proven, but not written yet. */
    public record Prepared(Squash squash, List<NewMigration> files) {
        public Prepared {
            files = List.copyOf(files);
        }
    }

    /** The files that were written. */
    public record Result(List<NewMigration> files) {
        public Result {
            files = List.copyOf(files);
        }
    }

    private final Project project;

    /** Makes the command for an application. */
    public SquashMigrations(Project project) {
        this.project = project;
    }

    /**
     * Makes the squash.
     *
     * @throws UnknownAppException when there is no such app
     * @throws io.kuaka.graph.squash.UnsuitableRangeException when the migrations can't be squashed
     * @throws io.kuaka.graph.squash.SquashDiffersException if the models would differ
     * @throws io.kuaka.command.project.InfeasibleMigrationException if no database could run the squash
     */
    public Prepared prepare(Options options) {
        project.requireApps(List.of(options.app()));
        MigrationGraph graph = project.graph(Set.of());
        Squash squash = Squasher.squash(
                graph,
                new Squasher.Request(options.app(), options.start(), options.end(), options.name(), options.optimize()),
                this::classOf);
        SourceFiles sources = new SourceFiles(project);
        squash.members().forEach(sources::of);
        return new Prepared(
                squash,
                squash.parts().stream().map(part -> file(squash, part, options)).toList());
    }

    /** Writes the files; none is written if one of them exists. */
    public Result run(Prepared prepared) {
        SourceFiles.create(prepared.files());
        return new Result(prepared.files());
    }

    private NewMigration file(Squash squash, Squash.Part part, Options options) {
        MigrationNode migration = part.migration();
        ProjectState before = squash.after().states().before(migration.key());
        FeasibilityCheck.on(Optional.empty()).require(migration, before);
        List<OperationLosses> losses = DataLossReader.of(migration, before);
        List<String> comments = new ArrayList<>();
        if (options.header()) {
            comments.add(MigrationSource.squashComment(migration.replaces().size(), options.app()));
        }
        migration.replaces().forEach(key -> comments.addAll(remarks(key, squash.before())));
        comments.addAll(OperationLosses.describe(losses));
        MigrationApp app = project.app(options.app());
        MigrationFile file = MigrationWriter.write(migration, app.migrationsPackage(), comments);
        return new NewMigration(migration, new SourceFiles(project).of(migration.key()), file.text(), losses);
    }

    /**
     * Comments of a replaced migration's author before the class are kept in the squash; generated ones are made again.
     */
    private List<String> remarks(MigrationKey key, MigrationGraph graph) {
        Path file = new SourceFiles(project).of(key);
        List<String> remarks = Files.exists(file) ? new MigrationSource(SourceFiles.read(file)).remarks() : List.of();
        if (remarks.isEmpty()) {
            return remarks;
        }
        List<String> own = new ArrayList<>(remarks);
        own.removeAll(OperationLosses.describe(
                DataLossReader.of(graph.node(key), graph.states().before(key))));
        if (!own.isEmpty()) {
            own.set(0, key.name() + ": " + own.get(0));
        }
        return own;
    }

    private Class<? extends Migration> classOf(MigrationKey key) {
        String name = project.app(key.app()).migrationsPackage() + ".M" + key.name();
        try {
            return Class.forName(name, false, project.classLoader()).asSubclass(Migration.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("\"" + name + "\" was loaded before and can't be found now.", e);
        }
    }
}
