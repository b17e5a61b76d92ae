package io.kuaka.command.adopt;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.DatabaseComparison;
import io.kuaka.command.project.Project;
import io.kuaka.command.repair.Redefinitions;
import io.kuaka.compare.Comparison;
import io.kuaka.compare.FoundState;
import io.kuaka.compare.Part;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.compare.Severity;
import io.kuaka.migration.MigrationNode;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import io.kuaka.state.diff.KeptNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A database beside the entities of the apps that are adopted.
 *
 * @param apps the apps
 * @param others the other apps of which tables are there
 * @param tables their tables that are there
 * @param histories what other tools have done
 * @param names the constraints and indexes that keep the names that the database has
 * @param differences in what else the database differs from the entities
 * @param leftovers what only the database has, and stays there
 * @param untold differences that no migration can express or fix, so that they have to be fixed first
 * @param redefinitions the steps that define anew what no migration can express, if that is wanted
 * @param unknown tables and sequences that no entity has
 * @param models what the entities say
 * @param state what the database has, in terms of the entities
 */
public record AdoptedDatabase(
        SortedSet<String> apps,
        SortedSet<String> others,
        List<AdoptedTable> tables,
        List<OtherHistory> histories,
        List<SchemaDifference> names,
        List<SchemaDifference> differences,
        List<SchemaDifference> leftovers,
        List<SchemaDifference> untold,
        List<MigrationNode> redefinitions,
        List<SchemaDifference> unknown,
        ProjectState models,
        ProjectState state) {
    public AdoptedDatabase {
        tables = List.copyOf(tables);
        histories = List.copyOf(histories);
        names = List.copyOf(names);
        differences = List.copyOf(differences);
        leftovers = List.copyOf(leftovers);
        untold = List.copyOf(untold);
        redefinitions = List.copyOf(redefinitions);
        unknown = List.copyOf(unknown);
    }

    /**
     * A table that is adopted.
     *
     * @param name its name in the database
     * @param rows about how many rows it has; empty if the database has no statistics of it
     */
    public record AdoptedTable(String name, OptionalLong rows) {}

    static AdoptedDatabase read(
            Project project,
            ConnectionSource source,
            Connection connection,
            Dialect dialect,
            Adopt.Look look,
            ChangeLog log)
            throws SQLException {
        ProjectState models = look.models();
        SortedSet<String> apps = look.apps();
        List<OtherHistory> histories = finished(OtherHistory.read(dialect, connection, source, project.roots(), log));
        Predicate<ModelKey> isAdopted = adopted(apps, project);
        Comparison first = DatabaseComparison.of(project, dialect, source.ownNames(), connection, models);
        ProjectState named = first.stateWithFoundTables(isAdopted);
        Comparison comparison = named.equals(models)
                ? first
                : DatabaseComparison.of(project, dialect, source.ownNames(), connection, named);
        List<SchemaDifference> all = comparison.of(isAdopted);
        List<SchemaDifference> leftovers = look.options().keep() ? leftovers(all, dialect) : List.of();
        List<SchemaDifference> taken = without(leftovers, all);
        ProjectState state = FoundState.of(comparison, taken).state();
        Comparison again = DatabaseComparison.of(project, dialect, source.ownNames(), connection, state);
        List<SchemaDifference> untold = untold(all, without(leftovers, again.of(isAdopted)));
        Redefinitions anew = Redefinitions.of(again, state, look.options().fix() ? untold : List.of());
        List<SchemaDifference> names = names(taken, comparison);
        return new AdoptedDatabase(
                apps,
                others(project, comparison, models, apps),
                TableSizes.of(dialect, connection, tablesThere(comparison, isAdopted)),
                histories,
                names,
                withRenamed(first.of(isAdopted), without(names, taken)),
                leftovers,
                asNamedFirst(all, without(anew.differences(), untold)),
                anew.steps(),
                comparison.all().unknown(),
                models,
                state);
    }

    private static Predicate<ModelKey> adopted(SortedSet<String> apps, Project project) {
        return key -> apps.contains(key.app()) && project.placement().has(key);
    }

    /** What no model can express of a part that only the database has counts for as little as the part. */
    private static List<SchemaDifference> untold(List<SchemaDifference> before, List<SchemaDifference> again) {
        return again.stream()
                .filter(each -> !each.isTrait() || before.contains(each))
                .toList();
    }

    /** What differs otherwise once as much as possible of it is taken over is still the same difference. */
    private static List<SchemaDifference> asNamedFirst(List<SchemaDifference> first, List<SchemaDifference> again) {
        return again.stream()
                .map(each -> first.contains(each)
                        ? each
                        : first.stream()
                                .filter(former -> isOfSame(former, each))
                                .findFirst()
                                .orElse(each))
                .distinct()
                .toList();
    }

    private static boolean isOfSame(SchemaDifference former, SchemaDifference now) {
        return former.part() == now.part()
                && former.owner().equals(now.owner())
                && former.name().equals(now.name())
                && (former.aspect().isEmpty() || former.aspect().equals(now.aspect()));
    }

    private static List<SchemaDifference> withRenamed(List<SchemaDifference> first, List<SchemaDifference> others) {
        return Stream.concat(first.stream().filter(SchemaDifference::isRenamedTable), others.stream())
                .toList();
    }

    private static List<SchemaDifference> without(List<SchemaDifference> some, List<SchemaDifference> all) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }

    private static List<TableName> tablesThere(Comparison comparison, Predicate<ModelKey> isAdopted) {
        List<TableName> there = comparison.tablesThere(isAdopted);
        if (there.isEmpty()) {
            throw NothingToAdoptException.noTables();
        }
        return there;
    }

    static SortedSet<String> apps(Project project, Adopt.Options options, ProjectState models) {
        SortedSet<String> managed = project.loaded().migrations().stream()
                .map(migration -> migration.key().app())
                .collect(Collectors.toCollection(TreeSet::new));
        SortedSet<String> apps = models.models().keySet().stream()
                .map(ModelKey::app)
                .filter(app -> !managed.contains(app))
                .filter(app -> options.apps().isEmpty() || options.apps().contains(app))
                .collect(Collectors.toCollection(TreeSet::new));
        if (apps.isEmpty()) {
            throw NothingToAdoptException.noApps(managed);
        }
        return apps;
    }

    private static SortedSet<String> others(
            Project project, Comparison comparison, ProjectState models, SortedSet<String> apps) {
        return models.models().keySet().stream()
                .filter(key -> !apps.contains(key.app()) && project.placement().has(key))
                .filter(key -> !comparison.tablesThere(key::equals).isEmpty())
                .map(ModelKey::app)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<OtherHistory> finished(List<OtherHistory> histories) {
        List<OtherHistory> unfinished =
                histories.stream().filter(each -> !each.problems().isEmpty()).toList();
        if (!unfinished.isEmpty()) {
            throw new UnadoptableHistoryException(unfinished);
        }
        return histories;
    }

    private static List<SchemaDifference> leftovers(List<SchemaDifference> all, Dialect dialect) {
        return all.stream().filter(each -> isLeftover(each, dialect)).toList();
    }

    /**
     * What only the database has stands in nobody's way, but for a column that refuses rows without a value for it, and for
     * the default of a key. A table that is made anew would lose all of it but indexes, for which that is refused; it is an
     * ordinary table then, without what no model can express.
     */
    private static boolean isLeftover(SchemaDifference difference, Dialect dialect) {
        boolean isMore =
                difference.expected() == null && (difference.isTrait() || difference.part() != Part.PRIMARY_KEY);
        boolean refusesRows = difference.part() == Part.COLUMN && difference.severity() == Severity.BREAKS_APPLICATION;
        boolean numbersRows = difference.aspect().equals("default") && difference.severity() != Severity.COSMETIC;
        boolean stays = dialect.grammar().supports(Feature.CHANGES_IN_PLACE)
                || difference.part() == Part.INDEX
                || difference.isTrait();
        return isMore && !refusesRows && !numbersRows && stays;
    }

    private static List<SchemaDifference> names(List<SchemaDifference> taken, Comparison comparison) {
        return taken.stream().filter(each -> isName(each, comparison)).toList();
    }

    /** A name is taken over if the entities have no other one, so that they don't ask for a change of it. */
    private static boolean isName(SchemaDifference difference, Comparison comparison) {
        if (!difference.aspect().equals("name")) {
            return false;
        }
        ProjectState named = FoundState.of(comparison, List.of(difference)).state();
        return KeptNames.in(named, comparison.state()).equals(named);
    }

    /** Returns a state with the models of the adopted apps from {@code own}, and all others from {@code others}. */
    ProjectState merged(ProjectState others, ProjectState own) {
        SortedMap<ModelKey, ModelState> allModels = new TreeMap<>(others.models());
        allModels.keySet().removeIf(key -> apps.contains(key.app()));
        own.models().forEach((key, model) -> {
            if (apps.contains(key.app())) {
                allModels.put(key, model);
            }
        });
        SortedMap<ModelKey, Sequence> sequences = new TreeMap<>(others.sequences());
        sequences.keySet().removeIf(key -> apps.contains(key.app()));
        own.sequences().forEach((key, sequence) -> {
            if (apps.contains(key.app())) {
                sequences.put(key, sequence);
            }
        });
        return new ProjectState(allModels, sequences);
    }
}
