package io.kuaka.it.adoption;

import io.kuaka.command.Migrate;
import io.kuaka.command.adopt.Adopt;
import io.kuaka.command.adopt.AdoptedDatabase;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.executor.BrokenViewsException;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** One adoption of tables that differ: named, fixed, back, and the same on a new database. */
record AdoptionTrial(Engine engine, List<HandMadeChange> changes, Path folder) {
    static List<HandMadeChange> choose(Engine engine, Random random) {
        List<HandMadeChange> all = HandMadeChanges.on(engine);
        List<HandMadeChange> chosen = new ArrayList<>();
        Set<String> touched = new HashSet<>();
        int count = 2 + random.nextInt(3);
        while (chosen.size() < count) {
            HandMadeChange change = all.get(random.nextInt(all.size()));
            if (!change.touches().contains("alone") && change.touches().stream().noneMatch(touched::contains)) {
                touched.addAll(change.touches());
                chosen.add(change);
            }
        }
        return chosen;
    }

    /** Returns what is wrong; nothing if all is well. */
    List<String> failure() throws Exception {
        HandMadeTables tables = new HandMadeTables(engine);
        changes.forEach(change -> change.edit().accept(tables));
        TestDatabase database = engine.fresh();
        database.execute(tables.statements().toArray(String[]::new));
        AdoptionRun run = new AdoptionRun(database, HandMadeTables.ENTITIES, tables.answers, folder);
        List<String> wrong = new ArrayList<>();
        AdoptedDatabase found = run.look().database();
        same(wrong, "named", expected(tables), named(found));
        Adopt.Prepared adopted = run.adopt(true, false);
        if (!adopted.isAdoptable()) {
            List<String> untold = names(adopted.database().untold());
            if (!isAlone() || !expected(tables).containsAll(untold)) {
                wrong.add("not adoptable: " + untold);
            }
            return wrong;
        }
        List<String> rows = rows(run, tables);
        if (isAlone() && isRefused(run)) {
            same(wrong, "rows", rows, rows(run, tables));
            return wrong;
        }
        migrate(run, wrong, "fixed", Migrate.Options.all());
        same(wrong, "rows", rows, rows(run, tables));
        if (!run.modelsAreUnchanged()) {
            wrong.add("the entities ask for more");
        }
        if (wrong.isEmpty()) {
            migrate(run, wrong, "back", new Migrate.Options("shop", "0001_initial", false));
            same(wrong, "rows back", rows, rows(run, tables));
            migrate(run, wrong, "again", Migrate.Options.all());
            AdoptionRun fresh = run.on(engine.fresh(), folder.resolve("fresh"));
            migrate(fresh, wrong, "new", Migrate.Options.all());
        }
        return wrong;
    }

    /** What no migration can fix has to be fixed first. */
    private boolean isAlone() {
        return changes.stream().anyMatch(change -> change.touches().contains("alone"));
    }

    /** Returns whether a view stops the migration before its first statement. */
    private static boolean isRefused(AdoptionRun run) {
        try {
            run.migrate(Migrate.Options.all());
            return false;
        } catch (BrokenViewsException e) {
            return true;
        }
    }

    private List<String> expected(HandMadeTables tables) {
        return changes.stream()
                .flatMap(change -> change.named().apply(tables).stream())
                .sorted()
                .toList();
    }

    private static List<String> named(AdoptedDatabase found) {
        List<String> all = new ArrayList<>(names(found.differences()));
        all.addAll(names(found.untold().stream()
                .filter(each -> !found.differences().contains(each))
                .toList()));
        return all.stream().sorted().toList();
    }

    private static List<String> names(List<SchemaDifference> differences) {
        return AdoptionRun.named(differences)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static void same(List<String> wrong, String what, List<String> expected, List<String> found) {
        if (!expected.equals(found)) {
            wrong.add(what + ": " + found + " instead of " + expected);
        }
    }

    private static void migrate(AdoptionRun run, List<String> wrong, String what, Migrate.Options options) {
        try {
            run.migrate(options);
            List<String> drift = run.drift();
            if (!drift.isEmpty()) {
                wrong.add(what + ": " + drift);
            }
        } catch (RuntimeException e) {
            wrong.add(what + ": " + e);
        }
    }

    private static List<String> rows(AdoptionRun run, HandMadeTables tables) throws SQLException {
        List<String> rows = new ArrayList<>();
        rows.addAll(run.query("select concat(name, email) from author"));
        rows.addAll(
                run.query("select concat(title, isbn, pages, edition, status, author_id) from book where price = 9.5"));
        rows.addAll(run.query("select title from book where id = 1"));
        if (tables.columns.containsKey("line")) {
            rows.add(String.valueOf(run.query("select 1 from book").size()));
        }
        return rows;
    }
}
