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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Adapts a table to what one database supports.
 *
 * <p>A type that the database lacks becomes another one with a check. Options that only affect performance, such as the
 * method of an index, are dropped silently if they aren't supported. Unsupported rules are dropped, too, and reported,
 * so that a migration runs on every database, as in Django.
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

    /**
     * Returns the rules of a table that the database doesn't support, in words, without options that only affect
     * performance.
     */
    public static Set<String> unsupported(SqlGrammar grammar, Table table) {
        Set<String> unsupported = new LinkedHashSet<>();
        SupportedTable adapted = new SupportedTable(grammar, table);
        table.uniques().forEach(unique -> adapted.addUnsupported(unique, unsupported));
        table.indexes().forEach(index -> adapted.addUnsupported(index, unsupported));
        if (!grammar.supports(Feature.EXCLUSION_CONSTRAINTS)) {
            table.exclusions().forEach(each -> unsupported.add("exclusion constraint \"" + each.name() + "\""));
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (adapted.adapt(key).onDelete() != key.onDelete()) {
                unsupported.add("\"on delete " + key.onDelete().sql() + "\" of foreign key \"" + key.name() + "\"");
            }
            if (adapted.adapt(key).isDeferred() != key.isDeferred()) {
                unsupported.add("\"deferred\" of foreign key \"" + key.name() + "\"");
            }
        }
        if (!grammar.supports(Feature.COLLATIONS)) {
            table.columns().stream()
                    .filter(column -> column.collation() != null)
                    .forEach(column -> unsupported.add("collation of column \"" + column.name() + "\""));
        }
        return unsupported;
    }

    private void addUnsupported(UniqueConstraint unique, Set<String> unsupported) {
        UniqueConstraint adapted = adapt(unique);
        String name = "unique constraint \"" + unique.name() + "\"";
        if (!isSupported(unique)) {
            unsupported.add(name);
        } else if (adapted.isDeferred() != unique.isDeferred()) {
            unsupported.add("\"deferred\" of " + name);
        } else if (adapted.isNullsNotDistinct() != unique.isNullsNotDistinct()) {
            unsupported.add("\"nulls not distinct\" of " + name);
        }
    }

    private void addUnsupported(Index index, Set<String> unsupported) {
        String name = (index.isUnique() ? "unique index \"" : "index \"") + index.name() + "\"";
        if (!isSupported(index)) {
            unsupported.add(name);
        } else if (adapt(index).isNullsNotDistinct() != index.isNullsNotDistinct()) {
            unsupported.add("\"nulls not distinct\" of " + name);
        }
    }

    private Table build() {
        requireDistinctColumns();
        boolean comments = grammar.supports(Feature.COMMENTS);
        return grammar.complete(new Table(
                table.name(),
                table.columns().stream().map(this::adapt).toList(),
                table.primaryKey(),
                table.primaryKeyName() == null ? null : grammar.primaryKeyName(table.name(), table.primaryKeyName()),
                table.uniques().stream()
                        .filter(this::isSupported)
                        .map(this::adapt)
                        .toList(),
                checks(),
                exclusions(),
                table.foreignKeys().stream().map(this::adapt).toList(),
                table.indexes().stream()
                        .filter(this::isSupported)
                        .map(this::adapt)
                        .toList(),
                comments ? table.comment() : null));
    }

    private void requireDistinctColumns() {
        if (!grammar.supports(Feature.COLUMNS_OF_ONE_NAME)) {
            Map<String, String> byName = new HashMap<>();
            for (String column : table.columnNames()) {
                String first = byName.put(column.replace("`", "").toLowerCase(Locale.ROOT), column);
                if (first != null) {
                    throw new SameColumnsException(table.name(), first, column);
                }
            }
        }
    }

    private Column adapt(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.isNullable(),
                column.isIdentity() && (!column.isNativeId() || grammar.supports(Feature.NATIVE_IDENTITIES)),
                false,
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
            if (condition != null && !isStated(column, condition)) {
                checks.add(new CheckConstraint(freeName(column, taken), condition));
            }
        }
        return checks;
    }

    /** A check that became that of the type is one more rule of the model only until a migration takes it out. */
    private boolean isStated(Column column, Condition condition) {
        String name = grammar.catalogName(Names.check(table.name().name(), List.of(column.name())));
        return table.checks().stream()
                .anyMatch(check -> grammar.catalogName(check.name()).equals(name)
                        && check.condition().equals(condition));
    }

    /** If a user's check has the name already, a number is appended, as PostgreSQL does. */
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

    private UniqueConstraint adapt(UniqueConstraint unique) {
        return new UniqueConstraint(
                unique.name(),
                unique.fieldNames(),
                null,
                grammar.supports(Feature.INCLUDED_COLUMNS) ? unique.include() : List.of(),
                unique.isDeferred() && grammar.supports(Feature.DEFERRED_UNIQUES),
                unique.isNullsNotDistinct() && grammar.supports(Feature.NULLS_NOT_DISTINCT));
    }

    private ForeignKey adapt(ForeignKey key) {
        boolean refused = key.onDelete() == OnDelete.SET_DEFAULT && !grammar.supports(Feature.ON_DELETE_SET_DEFAULT);
        return new ForeignKey(
                key.name(),
                key.columns(),
                key.target(),
                key.targetColumns(),
                refused ? OnDelete.NO_ACTION : key.onDelete(),
                key.onUpdate(),
                key.isDeferred() && grammar.supports(Feature.DEFERRED_FOREIGN_KEYS));
    }

    private boolean isSupported(UniqueConstraint unique) {
        return canIndex(unique.fieldNames(), true);
    }

    /** Returns whether columns, or expressions over them, can be part of an index. */
    private boolean canIndex(Collection<String> columns, boolean unique) {
        return grammar.supports(unique ? Feature.LARGE_OBJECT_UNIQUES : Feature.LARGE_OBJECT_INDEXES)
                || table.columns().stream()
                        .noneMatch(each -> columns.contains(each.name()) && grammar.isLargeObject(each.type()));
    }

    private boolean isSupported(Index index) {
        return (index.condition() == null || grammar.supports(Feature.PARTIAL_INDEXES))
                && index.parts().stream()
                        .allMatch(part -> canIndex(part.expression().fields(), index.isUnique()))
                && (grammar.supports(Feature.EXPRESSION_INDEXES)
                        || index.parts().stream().allMatch(part -> part.field().isPresent()));
    }

    private Index adapt(Index index) {
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
