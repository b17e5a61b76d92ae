package io.kuaka.impact;

import io.kuaka.migration.MigrationNode;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Constraint;
import io.kuaka.state.ConversionRules;
import io.kuaka.state.ConversionRules.Risk;
import io.kuaka.state.ConversionRules.Verdict;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import io.kuaka.state.diff.Changes;
import io.kuaka.state.diff.ModelDiff;
import io.kuaka.state.diff.StateDiff;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what data an operation loses, from the states on both sides of it.
 *
 * <p>It knows no operations, so that those of users are looked at, too. A field or model that only changes its name keeps
 * its place, and so nothing is lost.
 */
public final class DataLoss {
    private DataLoss() {}

    /** Returns for each operation of the migration what it loses, as sentences. */
    public static List<List<String>> of(MigrationNode migration, ProjectState start) {
        Set<ModelKey> filled = withRows(migration, start);
        return migration.replay(start).stream()
                .map(applied -> between(applied.before(), applied.after(), filled))
                .toList();
    }

    /** Returns the models that may have rows when a migration begins; those of an initial one are just being made. */
    public static Set<ModelKey> withRows(MigrationNode migration, ProjectState start) {
        return migration.isInitial() ? Set.of() : start.models().keySet();
    }

    /**
     * Returns what is lost on the way from one state to another, as sentences.
     *
     * @param filled the models that may have rows
     */
    public static List<String> between(ProjectState before, ProjectState after, Set<ModelKey> filled) {
        List<String> losses = new ArrayList<>();
        StateDiff difference = StateDiff.between(before, after);
        if (after.models().size() < before.models().size()) {
            difference
                    .models()
                    .removed()
                    .forEach(key ->
                            losses.add("Drops the table \"" + before.model(key).table() + "\" with all its rows."));
        }
        difference.models().altered().forEach(key -> {
            ModelDiff changes = difference.model(key);
            addLossesOfModel(key, before, after, changes, losses);
            losses.addAll(UnfollowedSql.between(before.model(key), after.model(key)));
            if (filled.contains(key)) {
                addNewRules(after.model(key), changes, losses);
            }
        });
        return losses;
    }

    /** Returns what comes back on the way from one state to an older one without what it held, as sentences. */
    public static List<String> notBroughtBack(ProjectState from, ProjectState to) {
        List<String> losses = new ArrayList<>();
        StateDiff difference = StateDiff.between(from, to);
        difference.models().after().forEach((key, back) -> {
            ModelState now = from.models().get(key);
            if (now == null && from.models().size() < to.models().size()) {
                losses.add("Brings the table \"" + back.table() + "\" back without rows.");
            } else if (now != null && now.fields().size() < back.fields().size()) {
                difference.model(key).fields().added().stream()
                        .map(back::field)
                        .filter(field -> field.generated() == null)
                        .forEach(field -> losses.add("Brings the column \"" + String.join("\", \"", field.columns())
                                + "\" of \"" + back.table() + "\" back without its values"
                                + (field.isNullable() ? "." : "; rows get neutral ones.")));
            }
        });
        return losses;
    }

    private static void addLossesOfModel(
            ModelKey key, ProjectState before, ProjectState after, ModelDiff changes, List<String> losses) {
        ModelState then = before.model(key);
        ModelState now = after.model(key);
        if (now.fields().size() < then.fields().size()) {
            changes.fields().removed().stream()
                    .map(then::field)
                    .filter(field -> field.generated() == null)
                    .forEach(field -> losses.add("Drops the column \"" + String.join("\", \"", field.columns())
                            + "\" of \"" + then.table() + "\" with all its values."));
            return;
        }
        Table tableThen = TableMapping.of(before, key);
        Table tableNow = TableMapping.of(after, key);
        for (Field field : now.fields().values()) {
            Field old = then.fields().get(field.name());
            if (old != null && dropsColumns(old, field)) {
                losses.add("Drops the column \"" + String.join("\", \"", old.columns()) + "\" of \"" + then.table()
                        + "\" with all its values.");
            }
            if (old != null && old.columns().equals(field.columns())) {
                for (String column : field.columns()) {
                    Optional<Column> columnThen = tableThen.column(column);
                    Optional<Column> columnNow = tableNow.column(column);
                    if (columnThen.isPresent() && columnNow.isPresent()) {
                        addLossesOfColumn(now.table(), columnThen.get(), columnNow.get(), losses);
                    }
                }
            }
        }
    }

    /** A reference over other columns keeps its values only where it still refers to the same model. */
    private static boolean dropsColumns(Field old, Field now) {
        return old.columns().size() != now.columns().size()
                && !(old.type() instanceof Reference former
                        && now.type() instanceof Reference reference
                        && former.to().equals(reference.to()));
    }

    /** A renamed constraint isn't a new one, nor is one that comes with its field. */
    private static void addNewRules(ModelState now, ModelDiff changes, List<String> losses) {
        Changes<String, Constraint> constraints = changes.constraints();
        if (constraints.added().size() > constraints.removed().size()) {
            constraints
                    .added()
                    .forEach(name -> losses.add("Puts the constraint \"" + name + "\" on \"" + now.table()
                            + "\"; rows that break it make the migration fail."));
        }
        for (Field field : changes.fields().after().values()) {
            Field old = changes.fields().before().get(field.name());
            if (old != null && field.isUnique() && !old.isUnique()) {
                losses.add("Makes the values of \"" + String.join("\", \"", field.columns()) + "\" of \"" + now.table()
                        + "\" unique; rows that share one make the migration fail.");
            }
        }
    }

    private static void addLossesOfColumn(String table, Column then, Column now, List<String> losses) {
        String column = "\"" + now.name() + "\" of \"" + table + "\"";
        addLossesOfType(column, then.type(), now.type(), losses);
        if (then.isNullable() && !now.isNullable()) {
            losses.add("Makes null impossible in " + column + ".");
        }
    }

    private static void addLossesOfType(String column, ColumnType then, ColumnType now, List<String> losses) {
        if (ConversionRules.of(then, now) == Verdict.REFUSED) {
            losses.add("Changes the type of " + column + " from " + then.kind().factory() + " to "
                    + now.kind().factory() + "; no value of the one is a value of the other.");
            return;
        }
        Set<Risk> risks = EnumSet.noneOf(Risk.class);
        risks.addAll(ConversionRules.risks(then, now));
        boolean removesConstants = risks.remove(Risk.REMOVED_CONSTANTS);
        if (!risks.isEmpty()) {
            losses.add("Changes the type of " + column + "; values that don't fit make the migration fail.");
        }
        if (removesConstants) {
            losses.add("Takes values away from the enumeration in " + column + ".");
        }
    }
}
