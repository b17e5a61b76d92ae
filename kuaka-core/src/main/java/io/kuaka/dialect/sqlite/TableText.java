package io.kuaka.dialect.sqlite;

import io.kuaka.expression.Expression;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.TableBuilder;
import io.kuaka.schema.table.TableName;
import io.kuaka.schema.table.Trait;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.Generated;
import io.kuaka.state.Names;
import io.kuaka.state.OnDelete;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the statement that created a table: constraints are added to a {@link TableBuilder}, the rest can be queried.
 */
final class TableText {
    private static final Set<String> CONSTRAINTS = Set.of("constraint", "primary", "unique", "check", "foreign");

    private final String table;
    private final TableBuilder builder;
    private final Map<String, String> collations = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Generated> generated = new HashMap<>();
    private final Set<String> checkNames = new HashSet<>();
    private final List<String> conflicts = new ArrayList<>();
    private final List<CollatedPart> collatedParts = new ArrayList<>();

    /**
     * A column of a key, and the collation that it has in it.
     *
     * @param name the name of the unique constraint; empty for the primary key
     */
    record CollatedPart(Trait.Place place, String name, String column, String collation) {}

    private TableText(String table, TableBuilder builder) {
        this.table = table;
        this.builder = builder;
    }

    /** Reads {@code sql} and adds the constraints in it to {@code builder}. */
    static TableText read(String table, String sql, TableBuilder builder) {
        TableText text = new TableText(table, builder);
        SqlTokens tokens = SqlTokens.of(sql);
        while (!tokens.isAtEnd() && !tokens.isAt("(")) {
            tokens.take();
        }
        for (SqlTokens definition : tokens.takeParentheses().split()) {
            text.readDefinition(definition);
        }
        return text;
    }

    /** Reads {@code sql} alone. */
    static TableText read(String table, String sql) {
        return read(table, sql, new TableBuilder(new TableName(null, table), null));
    }

    /** Returns what happens to rows that break a rule, where it isn't the usual, in the order of the rules. */
    List<String> conflicts() {
        return List.copyOf(conflicts);
    }

    /** Returns the columns that a key gives a collation, be it theirs or not. */
    List<CollatedPart> collatedParts() {
        return List.copyOf(collatedParts);
    }

    @Nullable
    String collation(String column) {
        return collations.get(column);
    }

    @Nullable
    Generated generated(String column) {
        return generated.get(column);
    }

    private void readDefinition(SqlTokens tokens) {
        boolean isConstraint = CONSTRAINTS.stream().anyMatch(tokens::isAt);
        @Nullable String column = isConstraint ? null : tokens.takeName();
        @Nullable String name = null;
        while (!tokens.isAtEnd()) {
            if (tokens.pass("constraint")) {
                name = tokens.takeName();
            } else if (readConstraint(tokens, column, name)) {
                name = null;
            } else if (tokens.pass("on", "conflict")) {
                conflicts.add((column == null ? "" : column + " ") + "on conflict "
                        + tokens.take().toLowerCase(Locale.ROOT));
            } else if (column == null || !readColumnPart(tokens, column)) {
                skip(tokens);
            }
        }
    }

    private static void skip(SqlTokens tokens) {
        if (tokens.isAt("(")) {
            tokens.takeParentheses();
        } else {
            tokens.take();
        }
    }

    private boolean readConstraint(SqlTokens tokens, @Nullable String column, @Nullable String name) {
        if (tokens.pass("unique")) {
            List<SqlTokens> parts = parts(tokens, column);
            List<String> columns = parts.stream().map(SqlTokens::takeName).toList();
            String given = name == null ? Names.unique(table, columns) : name;
            addCollations(Trait.Place.UNIQUE, given, columns, parts);
            builder.add(new UniqueConstraint(given, columns, null, List.of(), false, false));
        } else if (tokens.pass("check")) {
            String given = name == null ? freeCheckName(column) : name;
            builder.add(new CheckConstraint(
                    given, Expression.sql(tokens.takeParentheses().rest())));
        } else if (tokens.pass("foreign", "key")) {
            List<String> columns = tokens.takeNames();
            tokens.pass("references");
            readReference(tokens, columns, name);
        } else if (column != null && tokens.pass("references")) {
            readReference(tokens, List.of(column), name);
        } else if (tokens.pass("primary", "key")) {
            List<SqlTokens> parts = parts(tokens, column);
            List<String> columns = parts.stream().map(SqlTokens::takeName).toList();
            addCollations(Trait.Place.PRIMARY_KEY, "", columns, parts);
            builder.primaryKey(null, columns);
        } else {
            return false;
        }
        return true;
    }

    private String freeCheckName(@Nullable String column) {
        String name = Names.check(table, column == null ? List.of() : List.of(column));
        String free = name;
        for (int i = 1; !checkNames.add(free); i++) {
            free = name + i;
        }
        return free;
    }

    private static List<SqlTokens> parts(SqlTokens tokens, @Nullable String column) {
        return column == null ? tokens.takeParentheses().split() : List.of(SqlTokens.of("\"" + column + "\""));
    }

    private void addCollations(Trait.Place place, String name, List<String> columns, List<SqlTokens> parts) {
        for (int i = 0; i < columns.size(); i++) {
            if (parts.get(i).pass("collate")) {
                collatedParts.add(new CollatedPart(
                        place, name, columns.get(i), parts.get(i).takeName()));
            }
        }
    }

    private void readReference(SqlTokens tokens, List<String> columns, @Nullable String name) {
        String target = tokens.takeName();
        List<String> targetColumns = tokens.isAt("(") ? tokens.takeNames() : new ArrayList<>();
        OnDelete onDelete = OnDelete.NO_ACTION;
        OnDelete onUpdate = OnDelete.NO_ACTION;
        boolean deferred = false;
        boolean isInReference = true;
        while (isInReference) {
            if (tokens.pass("on", "delete")) {
                onDelete = takeAction(tokens);
            } else if (tokens.pass("on", "update")) {
                onUpdate = takeAction(tokens);
            } else if (tokens.pass("initially", "deferred")) {
                deferred = true;
            } else if (tokens.pass("match")) {
                tokens.take();
            } else {
                isInReference = tokens.pass("initially", "immediate")
                        || tokens.pass("deferrable")
                        || tokens.pass("not", "deferrable");
            }
        }
        String given = name == null ? Names.foreignKey(table, columns) : name;
        builder.add(new ForeignKey(
                given, columns, new TableName(null, target), targetColumns, onDelete, onUpdate, deferred));
    }

    private static OnDelete takeAction(SqlTokens tokens) {
        for (OnDelete action : OnDelete.values()) {
            if (tokens.pass(action.sql().split(" "))) {
                return action;
            }
        }
        return OnDelete.NO_ACTION;
    }

    private boolean readColumnPart(SqlTokens tokens, String column) {
        if (tokens.pass("collate")) {
            collations.put(column, tokens.takeName());
            return true;
        }
        if (tokens.pass("default")) {
            skip(tokens);
            return true;
        }
        if (tokens.pass("as")) {
            String expression = tokens.takeParentheses().rest();
            generated.put(column, new Generated(Expression.sql(expression), tokens.pass("stored")));
            return true;
        }
        return false;
    }

    /** Returns an expression with normalized spaces. */
    static String normal(String sql) {
        return SqlTokens.of(sql).rest();
    }

    /** Returns a type in lower case, with normalized spaces. */
    static String type(String sql) {
        return sql.toLowerCase(Locale.ROOT).replace(", ", ",");
    }
}
