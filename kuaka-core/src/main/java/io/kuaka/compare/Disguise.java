package io.kuaka.compare;

import io.kuaka.schema.Scratch;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The names that tables, sequences and rules have while they are looked at, and the way back to their own.
 *
 * <p>They keep their own names where these can't collide: in a place of its own, and without schemas.
 */
final class Disguise {
    private final SchemaNames names;
    private final boolean ofAll;
    private final Map<TableName, TableName> covers = new HashMap<>();
    private final Map<TableName, TableName> originals = new HashMap<>();
    private final Map<String, String> rules = new HashMap<>();

    /** Makes one of all names, or only of those in other schemas than the connection's own. */
    Disguise(SchemaNames names, boolean ofAll) {
        this.names = names;
        this.ofAll = ofAll;
    }

    Table cover(Table table) {
        TableName name = names.canonical(table.name());
        TableName cover = cover(name);
        List<ForeignKey> keys = table.foreignKeys().stream()
                .map(key -> key.withTarget(cover(names.canonical(key.target())), key.targetColumns()))
                .toList();
        Table covered = table.withName(cover).withForeignKeys(keys);
        if (!isCovered(name)) {
            return covered;
        }
        Table renamed = withRules(covered, rule -> coverRule(cover, rule));
        coverTypeChecks(table, renamed);
        coverKey(table, renamed);
        return renamed;
    }

    /** A check that a type needs on this database gets its name from its table. */
    private void coverTypeChecks(Table table, Table covered) {
        List<CheckConstraint> own = names.grammar().adapt(table).checks();
        List<CheckConstraint> others = names.grammar().adapt(covered).checks();
        for (int i = 0; i < own.size(); i++) {
            rules.put(
                    names.canonical(others.get(i).name()),
                    names.canonical(own.get(i).name()));
        }
    }

    private void coverKey(Table table, Table covered) {
        String own = names.grammar().primaryKeyName(table.name(), table.primaryKeyName());
        String cover = names.grammar().primaryKeyName(covered.name(), covered.primaryKeyName());
        if (own != null && cover != null) {
            rules.put(names.canonical(cover), names.canonical(own));
        }
    }

    Sequence cover(Sequence sequence) {
        return Schema.named(sequence, cover(names.canonical(Schema.nameOf(sequence))));
    }

    private boolean isCovered(TableName name) {
        return ofAll || name.schema() != null;
    }

    private TableName cover(TableName name) {
        return covers.computeIfAbsent(name, original -> {
            TableName cover =
                    isCovered(original) ? new TableName(null, Scratch.PREFIX + (covers.size() + 1)) : original;
            originals.put(names.canonical(cover), original);
            return cover;
        });
    }

    private String coverRule(TableName table, String rule) {
        String cover = table.name() + "_" + (rules.size() + 1);
        rules.put(names.canonical(cover), names.canonical(rule));
        return cover;
    }

    /** Returns what was found in the place under the names that it really has; what isn't known is passed over. */
    Schema lift(Schema found) {
        Schema known = found.only(originals::containsKey);
        return new Schema(
                known.tables().stream().map(this::lift).toList(),
                known.sequences().stream()
                        .map(sequence -> Schema.named(sequence, original(Schema.nameOf(sequence))))
                        .toList(),
                known.enumerations(),
                known.traits().stream()
                        .map(trait -> trait.withNames(
                                original(trait.table()), rules.getOrDefault(trait.name(), trait.name())))
                        .toList());
    }

    private TableName original(TableName name) {
        return originals.getOrDefault(name, name);
    }

    private Table lift(Table table) {
        List<ForeignKey> keys = table.foreignKeys().stream()
                .map(key -> key.withTarget(original(key.target()), key.targetColumns()))
                .toList();
        Table lifted = table.withName(original(table.name())).withForeignKeys(keys);
        return withRules(lifted, rule -> rules.getOrDefault(rule, rule));
    }

    private static Table withRules(Table table, UnaryOperator<String> rename) {
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.primaryKeyName() == null ? null : rename.apply(table.primaryKeyName()),
                each(table.uniques(), unique -> unique.withName(rename.apply(unique.name()))),
                each(table.checks(), check -> check.withName(rename.apply(check.name()))),
                each(table.exclusions(), exclusion -> exclusion.withName(rename.apply(exclusion.name()))),
                each(table.foreignKeys(), key -> key.withName(rename.apply(key.name()))),
                each(table.indexes(), index -> index.withName(rename.apply(index.name()))),
                table.comment());
    }

    private static <T> List<T> each(List<T> parts, UnaryOperator<T> change) {
        return parts.stream().map(change).toList();
    }
}
