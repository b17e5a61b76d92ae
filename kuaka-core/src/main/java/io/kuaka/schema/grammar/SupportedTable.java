package io.kuaka.schema.grammar;

import io.kuaka.expression.Condition;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ExclusionConstraint;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.Names;
import io.kuaka.state.OnDelete;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes of a table what one database can have of it.
 *
 * <p>Types that the database has no form of become others with a check. What only tunes, as the method of an index, is
 * left out where it isn't known. So are rules that the database can't hold, which is told: a migration then runs
 * everywhere, as Django has it.
 */
public final class SupportedTable {
    private final SqlGrammar grammar;
    private final Table table;

    private SupportedTable(SqlGrammar grammar, Table table) {
        this.grammar = grammar;
        this.table = table;
    }

    static Table of(SqlGrammar grammar, Table table) {
        return new SupportedTable(grammar, table).build();
    }

    /** Returns in words which rules of a table the database can't have; what only tunes isn't told. */
    public static Set<String> leftOut(SqlGrammar grammar, Table table) {
        Set<String> leftOut = new LinkedHashSet<>();
        SupportedTable fit = new SupportedTable(grammar, table);
        table.uniques().forEach(unique -> fit.addLeftOut(unique, leftOut));
        table.indexes().forEach(index -> fit.addLeftOut(index, leftOut));
        if (!grammar.supports(Feature.EXCLUSION_CONSTRAINTS)) {
            table.exclusions().forEach(each -> leftOut.add("exclusion constraint \"" + each.name() + "\""));
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (fit.fit(key).onDelete() != key.onDelete()) {
                leftOut.add("\"on delete " + key.onDelete().sql() + "\" of foreign key \"" + key.name() + "\"");
            }
            if (fit.fit(key).deferred() != key.deferred()) {
                leftOut.add("\"deferred\" of foreign key \"" + key.name() + "\"");
            }
        }
        if (!grammar.supports(Feature.COLLATIONS)) {
            table.columns().stream()
                    .filter(column -> column.collation() != null)
                    .forEach(column -> leftOut.add("collation of column \"" + column.name() + "\""));
        }
        return leftOut;
    }

    private void addLeftOut(UniqueConstraint unique, Set<String> leftOut) {
        UniqueConstraint fitted = fit(unique);
        String name = "unique constraint \"" + unique.name() + "\"";
        if (!canHave(unique)) {
            leftOut.add(name);
        } else if (fitted.isDeferred() != unique.isDeferred()) {
            leftOut.add("\"deferred\" of " + name);
        } else if (fitted.isNullsNotDistinct() != unique.isNullsNotDistinct()) {
            leftOut.add("\"nulls not distinct\" of " + name);
        }
    }

    private void addLeftOut(Index index, Set<String> leftOut) {
        String name = (index.isUnique() ? "unique index \"" : "index \"") + index.name() + "\"";
        if (!canHave(index)) {
            leftOut.add(name);
        } else if (fit(index).isNullsNotDistinct() != index.isNullsNotDistinct()) {
            leftOut.add("\"nulls not distinct\" of " + name);
        }
    }

    private Table build() {
        boolean comments = grammar.supports(Feature.COMMENTS);
        return grammar.complete(new Table(
                table.name(),
                table.columns().stream().map(this::fit).toList(),
                table.primaryKey(),
                table.uniques().stream().filter(this::canHave).map(this::fit).toList(),
                checks(),
                exclusions(),
                table.foreignKeys().stream().map(this::fit).toList(),
                table.indexes().stream().filter(this::canHave).map(this::fit).toList(),
                comments ? table.comment() : null));
    }

    private Column fit(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.nullable(),
                column.identity(),
                column.defaultValue(),
                column.generated(),
                grammar.supports(Feature.COLLATIONS) ? column.collation() : null,
                grammar.supports(Feature.COMMENTS) ? column.comment() : null);
    }

    private List<CheckConstraint> checks() {
        List<CheckConstraint> checks = new ArrayList<>(table.checks());
        Set<String> taken = new HashSet<>();
        checks.forEach(check -> taken.add(grammar.catalogName(check.name())));
        for (Column column : table.columns()) {
            Condition condition = grammar.typeCheck(column);
            if (condition != null) {
                checks.add(new CheckConstraint(freeName(column, taken), condition));
            }
        }
        return checks;
    }

    /** A check of the user's may have the name already; then a number follows, as PostgreSQL does it. */
    private String freeName(Column column, Set<String> taken) {
        String name = Names.check(table.name().name(), List.of(column.name()));
        String free = name;
        for (int i = 1; !taken.add(grammar.catalogName(free)); i++) {
            free = name + i;
        }
        return free;
    }

    private List<ExclusionConstraint> exclusions() {
        return grammar.supports(Feature.EXCLUSION_CONSTRAINTS) ? table.exclusions() : List.of();
    }

    private UniqueConstraint fit(UniqueConstraint unique) {
        return new UniqueConstraint(
                unique.name(),
                unique.fieldNames(),
                null,
                grammar.supports(Feature.INCLUDED_COLUMNS) ? unique.include() : List.of(),
                unique.isDeferred() && grammar.supports(Feature.DEFERRED_UNIQUES),
                unique.isNullsNotDistinct() && grammar.supports(Feature.NULLS_NOT_DISTINCT));
    }

    private ForeignKey fit(ForeignKey key) {
        boolean refused = key.onDelete() == OnDelete.SET_DEFAULT && !grammar.supports(Feature.ON_DELETE_SET_DEFAULT);
        return new ForeignKey(
                key.name(),
                key.columns(),
                key.target(),
                key.targetColumns(),
                refused ? OnDelete.NO_ACTION : key.onDelete(),
                key.onUpdate(),
                key.deferred() && grammar.supports(Feature.DEFERRED_FOREIGN_KEYS));
    }

    private boolean canHave(UniqueConstraint unique) {
        return canHold(unique.fieldNames(), true);
    }

    /** Returns whether an index can hold columns, or what is computed from them. */
    private boolean canHold(Collection<String> columns, boolean unique) {
        return grammar.supports(unique ? Feature.LARGE_OBJECT_UNIQUES : Feature.LARGE_OBJECT_INDEXES)
                || table.columns().stream()
                        .noneMatch(each -> columns.contains(each.name()) && grammar.isLargeObject(each.type()));
    }

    private boolean canHave(Index index) {
        return (index.condition() == null || grammar.supports(Feature.PARTIAL_INDEXES))
                && index.parts().stream()
                        .allMatch(part -> canHold(part.expression().fields(), index.isUnique()))
                && (grammar.supports(Feature.EXPRESSION_INDEXES)
                        || index.parts().stream().allMatch(part -> part.field().isPresent()));
    }

    private Index fit(Index index) {
        boolean methods = grammar.supports(Feature.INDEX_METHODS);
        List<IndexPart> parts = methods
                ? index.parts()
                : index.parts().stream()
                        .map(part -> new IndexPart(part.expression(), part.descending(), null))
                        .toList();
        return new Index(
                index.name(),
                parts,
                index.isUnique(),
                methods ? index.method() : null,
                index.condition(),
                grammar.supports(Feature.INCLUDED_COLUMNS) ? index.include() : List.of(),
                index.isNullsNotDistinct() && grammar.supports(Feature.NULLS_NOT_DISTINCT));
    }
}
