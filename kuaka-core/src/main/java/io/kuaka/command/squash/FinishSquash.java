package io.kuaka.command.squash;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.History;
import io.kuaka.command.project.NoConnectionException;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceFiles;
import io.kuaka.command.project.UnknownAppException;
import io.kuaka.executor.Executor;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Plan;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.recorder.OwnTables;
import io.kuaka.writer.MigrationSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns squashes into plain migrations: what they replaced is removed, and references to it become references to the
 * squash.
 *
 * <p>It checks that one database is up to date and records the squash in its history. Other configured databases must
 * have recorded it already, and so should unknown ones. Rows of the removed migrations stay in the histories, for older
 * releases that still run.
 */
public final class FinishSquash {
    /**
     * The options.
     *
     * @param name the squash, or the start of its name; null for all squashes of the app
     */
    public record Options(String app, @Nullable String name) {}

    /**
     * What there is to do.
     *
     * @param squashes the squashes that become plain migrations
     * @param removed the migrations that are removed
     * @param retired those of them whose classes stay, because other code uses them
     * @param edited the files that change, with their new texts
     * @param toRecord the squashes that the database's history doesn't have yet
     * @param place where the history of the database is
     */
    public record Prepared(
            List<MigrationKey> squashes,
            SortedSet<MigrationKey> removed,
            SortedSet<MigrationKey> retired,
            SortedMap<Path, String> edited,
            SortedSet<MigrationKey> toRecord,
            OwnTables place) {}

    /**
     * What was done.
     *
     * @param squashes the squashes that are now plain migrations
     * @param removed the removed migrations, including those whose classes stay
     * @param retired those of them whose classes stay
     * @param edited the files that were changed
     * @param recorded the squashes that were added to the history of the database
     */
    public record Result(
            List<MigrationKey> squashes,
            SortedSet<MigrationKey> removed,
            SortedSet<MigrationKey> retired,
            SortedSet<Path> edited,
            SortedSet<MigrationKey> recorded) {}

    private final Project project;
    private final ConnectionSource source;
    private final Map<String, ConnectionSource> others;
    private final SourceFiles sources;

    /**
     * Makes the command for an application and a database.
     *
     * @param others the other configured databases, by name
     */
    public FinishSquash(Project project, ConnectionSource source, Map<String, ConnectionSource> others) {
        this.project = project;
        this.source = source;
        this.others = others;
        this.sources = new SourceFiles(project);
    }

    /**
     * Finds out what there is to do.
     *
     * @throws UnknownAppException if there is no such app
     * @throws UnfinishedSquashException if there is nothing to finish, or something blocks it
     */
    public Prepared prepare(Options options) {
        project.requireApps(List.of(options.app()));
        History history = History.read(project, source);
        List<MigrationKey> squashes = squashes(history.graph(), options);
        SortedMap<MigrationKey, MigrationKey> renames = new TreeMap<>();
        SortedSet<MigrationKey> toRecord = new TreeSet<>();
        for (MigrationKey squash : squashes) {
            requireApplied(squash, history);
            history.graph().replacedBy(squash).forEach(replaced -> renames.put(replaced, squash));
            if (!history.applied().contains(squash)) {
                toRecord.add(squash);
            }
        }
        others.forEach((name, other) -> requireRecorded(squashes, name, other));
        SortedMap<Path, String> edited = edits(squashes, renames);
        SortedSet<MigrationKey> retired = retired(renames.keySet());
        for (MigrationKey key : retired) {
            Path file = sources.of(key);
            edited.put(
                    file, new MigrationSource(SourceFiles.read(file)).retired().text());
        }
        return new Prepared(squashes, new TreeSet<>(renames.keySet()), retired, edited, toRecord, history.place());
    }

    /** Changes the history first, then the files. */
    public Result run(Prepared prepared) {
        if (!prepared.toRecord().isEmpty()) {
            History.with(source, connection -> {
                Plan recording = new Plan(List.of(), prepared.toRecord());
                Executor.silent(prepared.place(), connection).fake(project.graph(Set.of()), recording);
                return prepared;
            });
        }
        prepared.edited().forEach(SourceFiles::replace);
        prepared.removed().stream()
                .filter(key -> !prepared.retired().contains(key))
                .forEach(sources::delete);
        return new Result(
                prepared.squashes(),
                prepared.removed(),
                prepared.retired(),
                new TreeSet<>(prepared.edited().keySet()),
                prepared.toRecord());
    }

    /** Returns the squashes; one that another one replaces is finished with the latter. */
    private static List<MigrationKey> squashes(MigrationGraph graph, Options options) {
        List<MigrationKey> ofApp = graph.squashes().stream()
                .filter(key -> key.app().equals(options.app()))
                .toList();
        String name = options.name();
        List<MigrationKey> found = name == null
                ? ofApp.stream().filter(key -> isOutermost(key, ofApp, graph)).toList()
                : ofApp.stream().filter(key -> key.name().startsWith(name)).toList();
        List<MigrationKey> exact =
                found.stream().filter(key -> key.name().equals(name)).toList();
        boolean isClear = name == null || exact.size() == 1 || found.size() == 1;
        if (found.isEmpty() || !isClear) {
            throw UnfinishedSquashException.noSquash(options.app(), name, ofApp);
        }
        return exact.isEmpty() ? found : exact;
    }

    private static boolean isOutermost(MigrationKey squash, Collection<MigrationKey> all, MigrationGraph graph) {
        return all.stream().noneMatch(other -> graph.replacedBy(other).contains(squash));
    }

    private static void requireApplied(MigrationKey squash, History history) {
        MigrationGraph graph = history.graph();
        List<MigrationKey> originals = graph.replacedBy(squash).stream()
                .filter(key -> graph.replacedBy(key).isEmpty())
                .toList();
        List<MigrationKey> missing = originals.stream()
                .filter(key -> !history.applied().contains(key))
                .toList();
        boolean pruned = history.applied().contains(squash) && missing.size() == originals.size();
        if (!missing.isEmpty() && !pruned) {
            throw UnfinishedSquashException.missing(squash, missing);
        }
    }

    /** It can't be recorded there afterwards, because what the squash replaces would be unknown. */
    private void requireRecorded(List<MigrationKey> squashes, String name, ConnectionSource other) {
        try {
            Set<MigrationKey> recorded = History.read(project, other).applied();
            List<MigrationKey> missing =
                    squashes.stream().filter(key -> !recorded.contains(key)).toList();
            if (!missing.isEmpty()) {
                throw UnfinishedSquashException.unrecorded(name, missing);
            }
        } catch (NoConnectionException e) {
            throw UnfinishedSquashException.unreachable(name, e);
        }
    }

    /** Returns the texts of all files that refer to what is removed, and of the squashes themselves. */
    private SortedMap<Path, String> edits(List<MigrationKey> squashes, Map<MigrationKey, MigrationKey> renames) {
        SortedMap<Path, String> edits = new TreeMap<>();
        for (MigrationNode node : project.loaded().migrations()) {
            boolean finished = squashes.contains(node.key());
            boolean stays = !renames.containsKey(node.key());
            if (finished || (stays && namesAny(node, renames))) {
                Path file = sources.of(node.key());
                if (!Files.exists(file)) {
                    throw UnfinishedSquashException.noSource(node.key(), file);
                }
                MigrationSource old = new MigrationSource(SourceFiles.read(file));
                MigrationSource changed = (finished ? old.finished() : old).repointed(renames);
                if (changed.equals(old)) {
                    throw UnfinishedSquashException.unreadable(node.key(), file);
                }
                edits.put(file, changed.text());
            }
        }
        return edits;
    }

    private static boolean namesAny(MigrationNode node, Map<MigrationKey, MigrationKey> renames) {
        return Stream.of(node.dependencies(), node.runBefore(), node.replaces())
                .flatMap(Collection::stream)
                .anyMatch(renames::containsKey);
    }

    /** Returns what is removed but used by code that stays; what that uses in turn stays, too. */
    private SortedSet<MigrationKey> retired(Collection<MigrationKey> removed) {
        Map<Path, MigrationKey> going = new TreeMap<>();
        removed.stream().filter(key -> Files.exists(sources.of(key))).forEach(key -> going.put(sources.of(key), key));
        List<Path> staying = new ArrayList<>(sources.all());
        staying.removeAll(going.keySet());
        SortedSet<MigrationKey> retired = new TreeSet<>();
        for (int i = 0; i < staying.size(); i++) {
            MigrationSource user = new MigrationSource(SourceFiles.read(staying.get(i)));
            List<Path> used = going.entrySet().stream()
                    .filter(entry -> uses(user, entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            for (Path file : used) {
                staying.add(file);
                retired.add(going.remove(file));
            }
        }
        return retired;
    }

    private boolean uses(MigrationSource user, MigrationKey key) {
        return user.mentions(project.app(key.app()).migrationsPackage(), "M" + key.name());
    }
}
