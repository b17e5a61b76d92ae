package io.kuaka.command.adopt;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunSql;
import io.kuaka.operation.SeparateDatabaseAndState;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The scripts of another tool as the first migrations of an app. A new database is built by them, as the old ones were.
 *
 * <p>The initial migrations come after them and only tell the history what the scripts made.
 */
final class KeptScripts {
    /** The Java Virtual Machine Specification, section 4.4.7; a few are left for letters that take more there. */
    private static final int MAX_BYTES = 60_000;

    /** Eight bytes of code for each text in a list, of 64 KB for a method; section 4.7.3. */
    private static final int MAX_STATEMENTS = 5_000;

    private static final int SHOWN = 60;

    private final List<MigrationNode> scripts = new ArrayList<>();
    private final Map<MigrationKey, MigrationKey> renames = new HashMap<>();
    private final String app;

    private KeptScripts(String app) {
        this.app = app;
    }

    /**
     * Returns the scripts, and after them the initial migrations.
     *
     * @param initial the initial migrations of the adopted apps; the scripts go before those of the first one
     */
    static List<MigrationNode> before(List<MigrationNode> initial, List<KeptScript> steps, Dialect dialect) {
        KeptScripts kept = new KeptScripts(initial.get(0).key().app());
        steps.forEach(step -> kept.add(step, dialect));
        initial.forEach(kept::number);
        List<MigrationNode> all = new ArrayList<>(kept.scripts);
        initial.forEach(node -> all.add(kept.told(node)));
        return all;
    }

    private MigrationKey last() {
        return scripts.get(scripts.size() - 1).key();
    }

    private void add(KeptScript step, Dialect dialect) {
        List<String> statements =
                SqlScript.statements(step.sql(), dialect.grammar().sqlSyntax());
        requireRunnable(step, statements, dialect);
        MigrationKey key = key(scripts.size() + 1, step.nameFragment());
        List<MigrationKey> before = scripts.isEmpty() ? List.of() : List.of(last());
        scripts.add(MigrationNode.of(key, before, List.of(new RunSql(statements, null, List.of(), false))));
    }

    /** A migration is a Java class that runs in a transaction. */
    private static void requireRunnable(KeptScript step, List<String> statements, Dialect dialect) {
        if (statements.size() > MAX_STATEMENTS) {
            throw new UnkeepableScriptsException(step.file() + " has " + statements.size()
                    + " statements, and a class of Java has room for " + MAX_STATEMENTS + ".");
        }
        for (String statement : statements) {
            if (statement.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
                throw new UnkeepableScriptsException(step.file() + " has a statement of more than " + MAX_BYTES
                        + " bytes, and a text in Java can't be longer: " + start(statement));
            }
            boolean isControl = !SqlScript.transactionControl(
                            statement, dialect.grammar().sqlSyntax())
                    .isEmpty();
            if (isControl || dialect.runsOutsideTransaction(Sql.foreign(statement))) {
                throw new UnkeepableScriptsException(
                        step.file() + " has a statement that can't run in a transaction: " + start(statement));
            }
        }
    }

    private static String start(String statement) {
        String line = statement.replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line + "." : line.substring(0, SHOWN) + "….";
    }

    private MigrationKey key(int number, String name) {
        return new MigrationKey(app, String.format("%04d_%s", number, name));
    }

    private void number(MigrationNode node) {
        MigrationKey key = node.key();
        if (key.app().equals(app)) {
            int place = (int) renames.keySet().stream()
                    .filter(other -> other.app().equals(app))
                    .count();
            String name = key.name().replaceFirst("^\\d+_", "");
            renames.put(key, key(scripts.size() + place + 1, name));
        }
    }

    private MigrationNode told(MigrationNode node) {
        TreeSet<MigrationKey> before = new TreeSet<>();
        node.dependencies().forEach(dependency -> before.add(renames.getOrDefault(dependency, dependency)));
        before.add(last());
        List<Operation> told = List.of(
                new SeparateDatabaseAndState(List.of(), node.operations().get()));
        return node.withKey(renames.getOrDefault(node.key(), node.key()), before)
                .withOperations(told);
    }
}
