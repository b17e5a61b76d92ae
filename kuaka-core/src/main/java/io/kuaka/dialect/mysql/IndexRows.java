package io.kuaka.dialect.mysql;

import io.kuaka.expression.Expression;
import io.kuaka.schema.table.TableBuilder;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.UniqueConstraint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects the rows of one index, of which the information schema has one for each part. */
final class IndexRows {
    private final MysqlSqlGrammar grammar;
    private final List<IndexPart> parts = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private boolean unique;
    private boolean plain = true;
    private @Nullable String method;

    IndexRows(MysqlSqlGrammar grammar) {
        this.grammar = grammar;
    }

    void add(ResultSet row) throws SQLException {
        String column = row.getString("column_name");
        String expression = row.getString("expression");
        boolean descending = row.getBoolean("is_desc");
        String type = row.getString("index_type").toLowerCase(Locale.ROOT);
        unique = row.getBoolean("is_unique");
        plain = plain && column != null && !descending;
        method = type.equals("btree") || unique ? null : type;
        if (column != null) {
            columns.add(grammar.stateName(column));
        }
        Expression value = column == null
                ? Expression.sql(grammar.flavor().expression(String.valueOf(expression)))
                : Expression.field(grammar.stateName(column));
        parts.add(new IndexPart(value, descending, null));
    }

    void addTo(TableBuilder table, String catalogName) {
        if (catalogName.equals("PRIMARY")) {
            table.primaryKey(null, columns);
        } else if (unique && plain) {
            table.add(new UniqueConstraint(grammar.stateName(catalogName), columns, null, List.of(), false, false));
        } else {
            table.add(new Index(grammar.stateName(catalogName), parts, unique, method, null, List.of(), false));
        }
    }
}
