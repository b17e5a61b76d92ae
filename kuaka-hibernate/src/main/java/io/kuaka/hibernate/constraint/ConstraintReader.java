package io.kuaka.hibernate.constraint;

import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.expression.FieldRef;
import io.kuaka.hibernate.boot.GeneratedNames;
import io.kuaka.hibernate.draft.Draft;
import io.kuaka.hibernate.draft.FieldDraft;
import io.kuaka.hibernate.draft.FieldNames;
import io.kuaka.hibernate.draft.Identifiers;
import io.kuaka.hibernate.draft.Problems;
import io.kuaka.hibernate.line.HibernateLine;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.Indexes;
import io.kuaka.state.Names;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Reads the unique keys, checks and indexes of a table. Those without a given name are named by {@link Names}. */
final class ConstraintReader {
    private static final Pattern NULLS_ORDER =
            Pattern.compile("\\bnulls\\s+(first|last)\\s*$", Pattern.CASE_INSENSITIVE);

    private final Draft draft;
    private final GeneratedNames names;
    private final Problems problems;
    private final String table;

    ConstraintReader(Draft draft, GeneratedNames names, Problems problems) {
        this.draft = draft;
        this.names = names;
        this.problems = problems;
        this.table = Identifiers.of(draft.table());
    }

    /** Returns whether an unnamed constraint makes this field unique. */
    boolean isUnique(FieldDraft field, List<Column> columns) {
        boolean isColumn = columns.size() == 1 && isUnique(columns.get(0)) && !isUniqueAnyway(columns.get(0));
        return isColumn
                || uniqueKeys().stream()
                        .filter(key -> !isNamed(key) && isPlain(key))
                        .anyMatch(key -> covers(key, field));
    }

    private boolean isUnique(Column column) {
        Column own = draft.column(column);
        return own.isUnique() || ModelBuilder.definition(own).unique();
    }

    /** Hibernate makes one constraint of a column that is unique in itself, and by the primary key or a key with a name. */
    private boolean isUniqueAnyway(Column column) {
        Set<String> alone = canonical(List.of(column));
        PrimaryKey primaryKey = draft.table().getPrimaryKey();
        return (primaryKey != null && canonical(primaryKey.getColumns()).equals(alone))
                || uniqueKeys().stream()
                        .filter(key -> isNamed(key) && isPlain(key))
                        .anyMatch(key -> canonical(key.getColumns()).equals(alone));
    }

    private static boolean covers(UniqueKey key, FieldDraft field) {
        return canonical(key.getColumns()).equals(new HashSet<>(field.columnNames()));
    }

    private static Set<String> canonical(List<Column> columns) {
        Set<String> canonical = new HashSet<>();
        columns.forEach(column -> canonical.add(column.getCanonicalName()));
        return canonical;
    }

    private List<UniqueKey> uniqueKeys() {
        return List.copyOf(draft.table().getUniqueKeys().values());
    }

    private boolean isNamed(UniqueKey key) {
        return !names.contains(key.getName()) && (key.isNameExplicit() || key.isExplicit());
    }

    private static boolean isPlain(UniqueKey key) {
        String options = HibernateLine.adapter().optionsOf(key);
        return options == null || options.isBlank();
    }

    /** Returns the table's constraints, given its fields. */
    Constraint[] constraints(List<Field> fields) {
        List<Constraint> constraints = new ArrayList<>();
        for (UniqueKey key : uniqueKeys()) {
            boolean field =
                    !isNamed(key) && isPlain(key) && draft.fields().stream().anyMatch(each -> covers(key, each));
            if (!field) {
                constraints.add(unique(key));
            }
        }
        constraints.addAll(checks(fields));
        return constraints.toArray(Constraint[]::new);
    }

    private UniqueConstraint unique(UniqueKey key) {
        List<String> columns = Identifiers.of(key.getColumns());
        String name = isNamed(key) ? key.getName() : Names.unique(table, columns);
        UniqueConstraint unique = Indexes.unique(name).withFields(FieldNames.of(draft, key.getColumns()));
        if (key.getColumnOrderMap().containsValue("desc")) {
            problems.add(
                    draft.where(),
                    "the unique constraint \"" + name + "\" can't have a descending column. Use"
                            + " @ModelIndex(unique = true, …) for a unique index.");
        }
        String text = HibernateLine.adapter().optionsOf(key);
        if (text == null || text.isBlank()) {
            return unique;
        }
        String options = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        switch (options) {
            case "deferrable initially deferred" -> unique = unique.deferred();
            case "nulls not distinct" -> unique = unique.nullsNotDistinct();
            default ->
                problems.add(
                        draft.where(),
                        "the unique constraint \"" + name + "\" has the options \"" + options + "\", which can't be"
                                + " expressed in a migration. Remove them, or create the constraint with RunSql.");
        }
        return unique;
    }

    private List<CheckConstraint> checks(List<Field> fields) {
        Map<String, CheckConstraint> checks = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (Field field : fields) {
            for (String name : field.columns()) {
                Column column = columnNamed(name);
                if (column != null && seen.add(name)) {
                    columnChecks(field, name, column, checks);
                }
            }
        }
        for (org.hibernate.mapping.CheckConstraint check : draft.table().getChecks()) {
            refuseOptions(check);
            put(
                    checks,
                    isNamed(check) ? check.getName() : Names.check(table, List.of()),
                    condition(check.getConstraint()));
        }
        return List.copyOf(checks.values());
    }

    private void columnChecks(Field field, String name, Column column, Map<String, CheckConstraint> checks) {
        List<String> unnamed = new ArrayList<>(ModelBuilder.definition(column).checks());
        for (org.hibernate.mapping.CheckConstraint check : column.getCheckConstraints()) {
            if (!isPartOfType(field, column, check.getConstraint())) {
                refuseOptions(check);
                if (isNamed(check)) {
                    checks.put(check.getName(), new CheckConstraint(check.getName(), condition(check.getConstraint())));
                } else {
                    unnamed.add(check.getConstraint());
                }
            }
        }
        // Sorted, because those of Bean Validation come in no particular order.
        unnamed.stream()
                .sorted()
                .map(this::condition)
                .reduce(Condition::and)
                .ifPresent(condition -> put(checks, Names.check(table, List.of(name)), condition));
    }

    /** The check of an enumeration follows from its values: dialects write it where the type needs it. */
    private static boolean isPartOfType(Field field, Column column, String sql) {
        if (!(field.type() instanceof ColumnType type)
                || (type.kind() != Kind.ENUM && type.kind() != Kind.ORDINAL_ENUM)) {
            return false;
        }
        String name = "[\"`\\[]?" + Pattern.quote(column.getName()) + "[\"`\\]]?";
        return sql.matches("(?i)" + name + " between 0 and " + (type.values().size() - 1))
                || sql.matches("(?i)" + name + " in \\('" + String.join("','", type.values()) + "'\\)");
    }

    private @Nullable Column columnNamed(String name) {
        return draft.table().getColumns().stream()
                .filter(column -> Identifiers.of(column).equals(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean isNamed(org.hibernate.mapping.CheckConstraint check) {
        return check.getName() != null && !check.getName().isBlank();
    }

    private void refuseOptions(org.hibernate.mapping.CheckConstraint check) {
        String options = HibernateLine.adapter().optionsOf(check);
        if (options != null && !options.isBlank()) {
            problems.add(
                    draft.where(),
                    "the check \"" + check.getConstraint() + "\" has the options \"" + options.strip()
                            + "\", which can't be expressed in a migration. Remove them, or create the check with"
                            + " RunSql.");
        }
    }

    private static void put(Map<String, CheckConstraint> checks, String wanted, Condition condition) {
        String name = wanted;
        for (int i = 2; checks.containsKey(name); i++) {
            name = wanted + "_" + i;
        }
        checks.put(name, new CheckConstraint(name, condition));
    }

    private Condition condition(String sql) {
        return GeneratedCheck.of(sql, name -> draft.table().getColumns().stream()
                .filter(column -> column.getName().equals(name))
                .map(column -> FieldNames.of(draft, List.of(column)).get(0))
                .findFirst());
    }

    /** Returns the table's indexes. */
    Index[] indexes() {
        return draft.table().getIndexes().values().stream().map(this::index).toArray(Index[]::new);
    }

    private Index index(org.hibernate.mapping.Index index) {
        List<String> columns = new ArrayList<>();
        List<IndexPart> parts = new ArrayList<>();
        for (Selectable selectable : index.getSelectables()) {
            String order = index.getSelectableOrderMap()
                    .getOrDefault(selectable, "")
                    .strip()
                    .toLowerCase(Locale.ROOT);
            columns.add(order.isEmpty() ? selectable.getText() : selectable.getText() + " " + order);
            parts.add(part(index, selectable, order));
        }
        String options = HibernateLine.adapter().optionsOf(index);
        if (options != null && !options.isBlank()) {
            problems.add(
                    draft.where(),
                    "the index \"" + index.getName() + "\" has the options \"" + options.strip()
                            + "\". Declare the index with @ModelIndex instead.");
        }
        String name = names.contains(index.getName()) ? Names.index(table, columns) : index.getName();
        Index result = Indexes.index(name).withParts(parts);
        return index.isUnique() ? result.unique() : result;
    }

    private IndexPart part(org.hibernate.mapping.Index index, Selectable selectable, String order) {
        Column own = selectable instanceof Column column ? draft.table().getColumn(column) : null;
        Expression expression = own == null
                ? Expression.sql(withoutParentheses(selectable.getText()))
                : new FieldRef(FieldNames.of(draft, List.of(own)).get(0));
        boolean unknown =
                own == null && NULLS_ORDER.matcher(selectable.getText()).find();
        if (unknown || !Set.of("", "asc", "desc").contains(order)) {
            problems.add(
                    draft.where(),
                    "the index \"" + index.getName() + "\" has the order \"" + (unknown ? selectable.getText() : order)
                            + "\". Only \"asc\" and \"desc\" can be expressed in a migration; create such an index"
                            + " with RunSql.");
        }
        return new IndexPart(expression, order.equals("desc"), null);
    }

    private static String withoutParentheses(String text) {
        String plain = text.strip();
        return plain.startsWith("(") && plain.endsWith(")") ? plain.substring(1, plain.length() - 1) : plain;
    }
}
