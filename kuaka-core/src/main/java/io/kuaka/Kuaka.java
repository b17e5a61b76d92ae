package io.kuaka;

import io.kuaka.command.Migrate;
import io.kuaka.command.ShowMigrations;
import io.kuaka.command.inspect.InspectDatabase;
import io.kuaka.command.project.ClassPath;
import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.progress.ProgressListener;
import io.kuaka.routing.Placement;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Migrates a database from a Java program, with the migrations on its class path.
 *
 * <pre>{@code
 * Kuaka.migrate(dataSource);
 * }</pre>
 *
 * <p>For more control, use {@code Kuaka.on(dataSource)}. It doesn't write migrations; that happens during development.
 */
public final class Kuaka {
    private final ConnectionSource source;
    private final Project project;
    private final ProgressListener listener;

    private Kuaka(ConnectionSource source, Project project, ProgressListener listener) {
        this.source = source;
        this.project = project;
        this.listener = listener;
    }

    /**
     * Applies all pending migrations.
     *
     * @return the names of those that were applied, as in {@code catalog.0001_initial}, in order
     * @throws io.kuaka.base.MigrationException if the migrations can't be applied
     */
    public static List<String> migrate(DataSource dataSource) {
        return on(dataSource).migrate();
    }

    /** Returns an instance for the database, with the migrations that the thread's class loader sees. */
    public static Kuaka on(DataSource dataSource) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return on(dataSource, Objects.requireNonNullElse(context, Kuaka.class.getClassLoader()));
    }

    /** Returns an instance for the database, with the migrations that a class loader sees. */
    public static Kuaka on(DataSource dataSource, ClassLoader classLoader) {
        return new Kuaka(
                dataSource::getConnection,
                Project.load(classLoader, ClassPath.roots(classLoader), SourceLayout.none())
                        .on(Placement.DEFAULT),
                progress -> {});
    }

    /**
     * Returns an instance for the same database that keeps its history elsewhere than in {@code kuaka_migrations}. All
     * programs and tools that migrate this database have to be told so.
     *
     * @param schema the schema of the history; null for the one that the connection uses
     * @param table the table of the history; null for the usual one
     */
    public Kuaka withHistoryIn(@Nullable String schema, @Nullable String table) {
        return new Kuaka(source.withHistoryIn(schema, table), project, listener);
    }

    /**
     * Returns an instance for the same database as one of several of the project: a {@link io.kuaka.routing.Router} is
     * asked which operations run there.
     *
     * @param alias the name that the router knows it by, as in {@code reporting}
     */
    public Kuaka asDatabase(String alias) {
        return new Kuaka(source, project.on(alias), listener);
    }

    /** Returns an instance for the same database whose runs tell {@code other} how far they got; it replaces a former one. */
    public Kuaka withListener(ProgressListener other) {
        return new Kuaka(source, project, other);
    }

    /** Applies all pending migrations, and returns their names. */
    public List<String> migrate() {
        return run(Migrate.Options.all());
    }

    /**
     * Migrates one app to a migration, forward or backward.
     *
     * @param name the migration's name or the beginning of it; {@code zero} for none
     * @return the names of the migrations that were applied or reversed, in order
     */
    public List<String> migrate(String app, String name) {
        return run(new Migrate.Options(app, name, false));
    }

    /** Returns the names of the migrations that {@link #migrate()} would apply. */
    public List<String> pending() {
        return new Migrate(project, source)
                .prepare(Migrate.Options.all().with(Migrate.OnUnknown.IGNORE))
                .names();
    }

    /** Returns the names of the applied migrations. */
    public List<String> applied() {
        return new ShowMigrations(project, source)
                .run(ShowMigrations.Options.all())
                .appliedNames();
    }

    /**
     * Returns where the history of the database and the migrations don't agree, mostly nowhere: migrations that were
     * edited, renamed or deleted after they were applied, gaps, and migrations of a later release. {@link #migrate()}
     * refuses to run then.
     *
     * @return what is wrong and the way out, a text for each
     */
    public List<String> historyProblems() {
        ShowMigrations.Result result = new ShowMigrations(project, source).run(ShowMigrations.Options.all());
        return Stream.concat(result.problems().stream(), result.lead().stream()).toList();
    }

    /**
     * Returns JPA entities for the tables of a database, as {@code inspectdb} writes them: a start for a project whose
     * tables are there already. Tables of Kuaka and of other tools for migrations are left out. What an entity can't express
     * stands in the comment of its class.
     *
     * @param packageName the package of the entities
     * @return the sources, by their files below the folder of sources
     */
    public static SortedMap<String, String> inspect(DataSource dataSource, String packageName) {
        return new InspectDatabase(dataSource::getConnection)
                .run(InspectDatabase.Options.all(packageName))
                .texts();
    }

    private List<String> run(Migrate.Options options) {
        Migrate migrate = new Migrate(project, source);
        return migrate.run(migrate.prepare(options), listener).names();
    }
}
