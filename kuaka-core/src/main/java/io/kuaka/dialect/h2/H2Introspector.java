package io.kuaka.dialect.h2;

import io.kuaka.schema.Introspector;
import io.kuaka.schema.jdbc.CatalogReader;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.Trait;
import io.kuaka.state.Sequence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads H2's information schema. */
final class H2Introspector implements Introspector {
    private final H2SqlGrammar grammar;

    H2Introspector(H2SqlGrammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public List<Table> tables(Connection connection, @Nullable String schema) throws SQLException {
        CatalogReader catalog = catalog(connection, schema);
        H2TypeReader types = H2TypeReader.read(catalog);
        catalog.readTables(H2Catalog.TABLES);
        catalog.forEachPart(
                H2Catalog.COLUMNS,
                (table, row) -> table.add(catalog.column(row, types.type(row), row.getString("default_value"))));
        new H2KeyReader(catalog, grammar).read();
        return catalog.tables();
    }

    @Override
    public List<Sequence> sequences(Connection connection, @Nullable String schema) throws SQLException {
        return catalog(connection, schema).sequences(H2Catalog.SEQUENCES);
    }

    @Override
    public Map<String, OptionalLong> estimatedRows(Connection connection, @Nullable String schema) throws SQLException {
        return catalog(connection, schema).numbers(H2Catalog.ROWS);
    }

    @Override
    public List<Trait> traits(Connection connection, @Nullable String schema) throws SQLException {
        List<Trait> traits = new ArrayList<>();
        for (String sql : List.of(H2Traits.COLUMNS, H2Traits.INDEXES, H2Traits.CONSTRAINTS, H2Traits.SEQUENCES)) {
            traits.addAll(catalog(connection, schema).traits(sql));
        }
        return traits;
    }

    private CatalogReader catalog(Connection connection, @Nullable String schema) {
        return new CatalogReader(connection, grammar, schema, "schema()");
    }
}
