package io.kuaka.dialect.postgresql;

import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.statement.Completion;
import io.kuaka.schema.table.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A clause that gives a column another type, by which PostgreSQL takes the collation, the storage and the compression of the
 * new type. So it repeats those that others have given to the column.
 */
record KeptAttributes(SqlGrammar grammar, TableName table, ColumnChange change, String clause) implements Completion {
    /** The collation comes before the values are converted. */
    private static final String FOUND = """
            select case when a.attcollation <> t.typcollation and w.typcollation <> 0
                        then quote_ident(cn.nspname) || '.' || quote_ident(co.collname) end as collation,
                case when a.attstorage <> t.typstorage and w.typlen = -1 and t.typlen = -1
                        then case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main'
                            else 'extended' end end as storage,
                case when w.typlen = -1 and t.typlen = -1
                        then case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end end as compression
            from pg_attribute a
                join pg_type t on t.oid = a.atttypid
                join pg_type w on w.oid = coalesce(to_regtype(?), 0)
                left join pg_collation co on co.oid = a.attcollation
                left join pg_namespace cn on cn.oid = co.collnamespace
            where a.attrelid = to_regclass(?) and a.attname = ?
            """;

    @Override
    public String on(Connection connection) throws SQLException {
        StringBuilder all = new StringBuilder(clause);
        String type = grammar.columnType(change.after());
        String column = grammar.catalogName(change.after().name());
        CatalogQuery.of(FOUND, type, grammar.name(table), column).forEach(connection, row -> add(all, row));
        return all.toString();
    }

    private void add(StringBuilder all, ResultSet row) throws SQLException {
        String collation = row.getString("collation");
        if (collation != null
                && change.before().collation() == null
                && change.after().collation() == null) {
            String words = grammar.setType(change.after());
            all.insert(clause.indexOf(words) + words.length(), " collate " + collation);
        }
        set(all, "storage", row);
        set(all, "compression", row);
    }

    private void set(StringBuilder all, String attribute, ResultSet row) throws SQLException {
        String value = row.getString(attribute);
        if (value != null) {
            all.append(",\n    alter column ")
                    .append(grammar.identifier(change.after().name()))
                    .append(" set ")
                    .append(attribute)
                    .append(' ')
                    .append(value);
        }
    }
}
