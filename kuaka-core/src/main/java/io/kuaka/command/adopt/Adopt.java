package io.kuaka.command.adopt;

import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.FeasibilityCheck;
import io.kuaka.command.project.History;
import io.kuaka.command.project.MigrationFiles;
import io.kuaka.command.project.NewMigration;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceFiles;
import io.kuaka.command.project.UnwritableDatabaseException;
import io.kuaka.executor.Executor;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Plan;
import io.kuaka.graph.Target;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.recorder.Signature;
import io.kuaka.schema.session.TimeLimits;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ModelReader;
import io.kuaka.state.ProjectState;
import io.kuaka.state.diff.KeptNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes over a database whose tables are there already: writes the first migrations of its apps so that they say what the
 * database has, and records them without running anything.
 *
 * <p>It changes no table and no row but those of its own history. Where tables and entities differ, a second migration can
 * bring the former to the latter; it is written, reviewed and run like any other.
 */
public final class Adopt {
    private static final String FIXES = "match_entities";

    /**
     * What is wanted.
     *
     * @param apps the apps to adopt; none for all that have no migrations
     * @param fix whether to write migrations that bring the database to the entities
     * @param keep whether what only the database has stays there, unknown to the migrations
     * @param keepScripts whether the scripts that another tool has run become the first migrations
     * @param dryRun whether to write and record nothing
     */
    public record Options(SortedSet<String> apps, boolean fix, boolean keep, boolean keepScripts, boolean dryRun) {}

    /**
     * What is known at once.
     *
     * @param apps the apps that would be adopted
     * @param tables their tables that are there under the names that the entities give them
     * @param models what the entities say
     */
    public record Look(
            Options options, SortedSet<String> apps, List<AdoptedDatabase.AdoptedTable> tables, ProjectState models) {
        public Look {
            tables = List.copyOf(tables);
        }
    }

    /**
     * What would be done.
     *
     * @param database what was found
     * @param initial the migrations that say what the database has; none where it can't be adopted
     * @param fixes the migrations that bring the database to the entities
     */
    public record Prepared(
            Options options, AdoptedDatabase database, List<NewMigration> initial, List<NewMigration> fixes) {
        public Prepared {
            initial = List.copyOf(initial);
            fixes = List.copyOf(fixes);
        }

        /** Returns whether the database is adopted if nobody objects. */
        public boolean isAdoptable() {
            return !initial.isEmpty();
        }

        /** Returns all new migrations, in order. */
        public List<NewMigration> migrations() {
            List<NewMigration> all = new ArrayList<>(initial);
            all.addAll(fixes);
            return all;
        }
    }

    private final Project project;
    private final ConnectionSource source;
    private final ModelReader reader;
    private final Questioner questioner;
    private final FeasibilityCheck feasibility;
    private final ChangeLog changeLog;
    private final Clock clock;

    /**
     * Makes the command for an application and a database.
     *
     * @param questioner answers what the fixing migrations need to know, such as a value for existing rows
     * @param feasibility checks that the migrations can run
     * @param changeLog what Liquibase would run, if its history is there
     */
    public Adopt(
            Project project,
            ConnectionSource source,
            ModelReader reader,
            Questioner questioner,
            FeasibilityCheck feasibility,
            ChangeLog changeLog,
            Clock clock) {
        this.project = project;
        this.source = source;
        this.reader = reader;
        this.questioner = questioner;
        this.feasibility = feasibility;
        this.changeLog = changeLog;
        this.clock = clock;
    }

    /** Compares entities and database, and makes the migrations. */
    public Prepared prepare(Options options) {
        return prepare(options, compare(look(options)));
    }

    /**
     * Finds the tables and about how many rows they have, by the statistics of the database. It takes as long on large tables as on
     * small ones, so that those who wait for the rest know what they wait for.
     *
     * @throws NothingToAdoptException if there are no apps without migrations
     * @throws io.kuaka.command.project.UnknownAppException when there is no such app
     */
    public Look look(Options options) {
        project.requireApps(options.apps());
        ProjectState models = reader.read();
        return History.with(source, connection -> {
            History history = History.read(project, source, connection);
            SortedSet<String> apps = AdoptedDatabase.apps(project, options, models);
            List<TableName> names = models.models().keySet().stream()
                    .filter(key ->
                            apps.contains(key.app()) && project.placement().has(key))
                    .map(key -> TableMapping.of(models, key).name())
                    .distinct()
                    .toList();
            return new Look(options, apps, TableSizes.of(history.dialect(), connection, names), models);
        });
    }

    /**
     * Compares entities and database.
     *
     * @throws NothingToAdoptException if the database has none of the tables
     * @throws UnadoptableHistoryException if Flyway or Liquibase haven't finished
     */
    public AdoptedDatabase compare(Look look) {
        return History.with(source, connection -> {
            History history = History.read(project, source, connection);
            history.graph().requireNoConflicts();
            return AdoptedDatabase.read(project, source, connection, history.dialect(), look, changeLog);
        });
    }

    /**
     * Makes the migrations, for which it may have to ask, if the database can be adopted.
     *
     * @throws UnkeepableScriptsException if scripts are to be kept that can't be
     */
    public Prepared prepare(Options options, AdoptedDatabase database) {
        boolean isAdoptable = database.untold().isEmpty()
                && (options.fix() || database.differences().isEmpty());
        return isAdoptable
                ? History.with(
                        source, connection -> migrations(options, database, History.read(project, source, connection)))
                : new Prepared(options, database, List.of(), List.of());
    }

    private Prepared migrations(Options options, AdoptedDatabase database, History history) {
        MigrationGraph graph = history.graph();
        ProjectState before = graph.states().atEnd();
        List<MigrationNode> detected = detect(graph, database.merged(before, database.state()), database.apps(), null);
        List<MigrationNode> initial =
                options.keepScripts() ? KeptScripts.before(detected, scripts(database), history.dialect()) : detected;
        List<NewMigration> files = new MigrationFiles(project, feasibility).of(initial, before);
        if (!options.fix()) {
            return new Prepared(options, database, files, List.of());
        }
        Project adopted = project.withMigrations(initial);
        MigrationGraph next = adopted.graph(graph.applied());
        ProjectState start = next.states().atEnd();
        ProjectState models = KeptNames.in(start, database.merged(before, database.models()));
        List<MigrationNode> matching = RenamedChecks.in(
                detect(next, models, database.apps(), FIXES),
                start,
                history.dialect().grammar());
        List<MigrationNode> fixes = withRedefinitions(matching, initial, database.redefinitions());
        return new Prepared(options, database, files, new MigrationFiles(adopted, feasibility).of(fixes, start));
    }

    /** What is defined anew comes first in the first fixing migration of its app, or is one. */
    private static List<MigrationNode> withRedefinitions(
            List<MigrationNode> fixes, List<MigrationNode> initial, List<MigrationNode> redefinitions) {
        Map<String, List<Operation>> open = new LinkedHashMap<>();
        redefinitions.forEach(step -> open.computeIfAbsent(step.key().app(), app -> new ArrayList<>())
                .addAll(step.operations().get()));
        List<MigrationNode> all = new ArrayList<>();
        for (MigrationNode fix : fixes) {
            List<Operation> operations = new ArrayList<>(
                    Objects.requireNonNullElse(open.remove(fix.key().app()), List.of()));
            operations.addAll(fix.operations().get());
            all.add(fix.withOperations(operations));
        }
        open.forEach((app, operations) -> all.add(0, next(last(app, initial), operations)));
        return all;
    }

    private static MigrationKey last(String app, List<MigrationNode> migrations) {
        return migrations.stream()
                .map(MigrationNode::key)
                .filter(key -> key.app().equals(app))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static MigrationNode next(MigrationKey last, List<Operation> operations) {
        int number = Integer.parseInt(last.name().substring(0, last.name().indexOf('_'))) + 1;
        MigrationKey key = new MigrationKey(last.app(), String.format("%04d_%s", number, FIXES));
        return MigrationNode.of(key, List.of(last), operations);
    }

    private static List<KeptScript> scripts(AdoptedDatabase database) {
        if (!database.others().isEmpty()) {
            throw new UnkeepableScriptsException("they are those of all apps, and the tables of "
                    + String.join(", ", database.others())
                    + " aren't adopted in this run, so a new database could get them twice. Adopt all apps at once.");
        }
        List<OtherHistory> histories = database.histories();
        if (histories.size() != 1) {
            throw new UnkeepableScriptsException(
                    histories.isEmpty()
                            ? "the database has no history of Flyway or Liquibase."
                            : "the database has histories of several tools.");
        }
        return histories.get(0).scripts().get();
    }

    private List<MigrationNode> detect(
            MigrationGraph graph, ProjectState to, SortedSet<String> apps, @Nullable String name) {
        AutodetectOptions options = AutodetectOptions.defaults()
                .withApps(apps)
                .withName(name)
                .withClock(clock)
                .withRenameHints(reader.renameHints())
                .withHistories(reader.histories())
                .withListPositions(reader.listPositions())
                .withUnmanaged(reader::leavesToOthers)
                .withKeptNames();
        return Autodetector.detect(graph, to, questioner, options).migrations();
    }

    /**
     * Writes the migrations and records the first ones as adopted.
     *
     * @throws io.kuaka.command.project.FileExistsException if there is such a file already; nothing is written then
     * @throws UnwritableDatabaseException if the database can only be read
     */
    public void run(Prepared prepared) {
        if (!prepared.isAdoptable() || prepared.options().dryRun()) {
            return;
        }
        List<MigrationNode> initial =
                prepared.initial().stream().map(NewMigration::migration).toList();
        Project adopted = project.withMigrations(initial);
        History.with(source, connection -> {
            String refusal =
                    History.read(project, source, connection).surroundings().refusal();
            if (!refusal.isEmpty()) {
                throw new UnwritableDatabaseException(refusal);
            }
            // Who may not write a history learns it before any file is written.
            record(connection, project, List.of());
            SourceFiles.create(prepared.migrations());
            record(connection, adopted, initial.stream().map(MigrationNode::key).toList());
            return true;
        });
    }

    private void record(Connection connection, Project adopted, List<MigrationKey> keys) throws SQLException {
        History history = History.read(adopted, source, connection);
        Map<MigrationKey, Signature.How> how =
                keys.stream().collect(Collectors.toMap(key -> key, key -> Signature.How.ADOPTED));
        LeaseTerms terms = LeaseTerms.standard().beatingOn(source::open);
        new Executor(history.dialect(), connection, MigrationListener.silent(), terms, source.ownNames())
                .fake(() -> new Executor.Planned(
                        History.read(adopted, source, connection).graph(),
                        plan(History.read(adopted, source, connection).graph(), keys),
                        0,
                        how,
                        TimeLimits.standard()));
    }

    private static Plan plan(MigrationGraph graph, List<MigrationKey> keys) {
        Plan all = graph.plan(Target.everything());
        return new Plan(
                all.steps().stream().filter(step -> keys.contains(step.key())).toList(), new TreeSet<>());
    }
}
