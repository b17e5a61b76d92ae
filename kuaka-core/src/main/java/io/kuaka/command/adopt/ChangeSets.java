package io.kuaka.command.adopt;

import io.kuaka.command.project.ClassPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The change sets that Liquibase has run, as scripts to keep. Only those in formatted SQL are scripts: what others do,
 * only Liquibase knows.
 */
final class ChangeSets {
    /**
     * A change set that was run.
     *
     * @param how as the history has it, {@code EXECUTED} for instance
     */
    record Run(String file, String id, String author, String how) {
        @Override
        public String toString() {
            return file + "::" + id + "::" + author;
        }
    }

    private static final String OTHERWISE = " To build new databases by them, let 'liquibase update-sql' write"
            + " their SQL for an empty database, and put it into a RunSql.";

    private final List<Path> roots;
    private final Map<String, List<ChangeSet>> files = new LinkedHashMap<>();

    private ChangeSets(List<Path> roots) {
        this.roots = roots;
    }

    /**
     * Returns the scripts in the order in which they were run.
     *
     * @param database the name of the kind of database
     * @throws UnkeepableScriptsException if one of them can't be kept
     */
    static List<KeptScript> kept(List<Run> runs, List<Path> roots, String database) {
        if (runs.isEmpty()) {
            throw new UnkeepableScriptsException("Liquibase's history is empty.");
        }
        ChangeSets sets = new ChangeSets(roots);
        List<KeptScript> kept = runs.stream().map(sets::kept).toList();
        sets.requireAllRun(runs, database);
        return kept;
    }

    private KeptScript kept(Run run) {
        if (!run.how().equals("EXECUTED") && !run.how().equals("RERAN")) {
            throw unkeepable(run, "wasn't run but is " + run.how() + " in Liquibase's history.");
        }
        ChangeSet set = files.computeIfAbsent(run.file(), file -> read(run)).stream()
                .filter(each -> is(each, run))
                .findFirst()
                .orElseThrow(() -> unkeepable(run, "isn't in its file any longer."));
        if (!set.obstacles().isEmpty()) {
            throw unkeepable(
                    run,
                    "has " + String.join(", ", set.obstacles())
                            + ", by which Liquibase decides what it does to a database.");
        }
        return new KeptScript(run.toString(), set.title(), set.sql());
    }

    private static boolean is(ChangeSet set, Run run) {
        return set.id().equals(run.id()) && set.author().equals(run.author());
    }

    private List<ChangeSet> read(Run run) {
        String path = run.file().replaceFirst("^classpath:/*", "");
        Path file = ClassPath.folders(roots).stream()
                .map(root -> root.resolve(path))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> unkeepable(run, "is in a file that isn't on the class path."));
        String text = FlywayScript.text(file);
        if (!ChangeSet.isFormatted(text)) {
            throw unkeepable(run, "isn't in formatted SQL.");
        }
        ChangeSet.falseBeginning(text).ifPresent(line -> {
            throw unkeepable(run, "is in a file with a line that begins no change set for Liquibase: " + line + ".");
        });
        return ChangeSet.in(text);
    }

    /** A new database would get what this one doesn't have, but for what no database of this kind gets. */
    private void requireAllRun(List<Run> runs, String database) {
        List<String> open = new ArrayList<>();
        files.forEach((file, sets) -> sets.stream()
                .filter(set -> set.isFor(database))
                .filter(set -> runs.stream().noneMatch(run -> run.file().equals(file) && is(set, run)))
                .forEach(set -> open.add(file + "::" + set.id() + "::" + set.author())));
        if (!open.isEmpty()) {
            throw new UnkeepableScriptsException("Liquibase hasn't run " + String.join(", ", open) + "." + OTHERWISE);
        }
    }

    private static UnkeepableScriptsException unkeepable(Run run, String why) {
        return new UnkeepableScriptsException("Liquibase's change set " + run + " " + why + OTHERWISE);
    }
}
