package io.kuaka.compare;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for each name of a table: as the database's catalog has it, and without the connection's own schema.
 *
 * @param ownSchema the connection's own schema as the catalog has it; null where there are none
 */
record SchemaNames(SqlGrammar grammar, @Nullable String ownSchema) {
    static SchemaNames of(Dialect dialect, Connection connection) throws SQLException {
        List<String> searched = dialect.searchedSchemas(connection);
        return new SchemaNames(dialect.grammar(), searched.isEmpty() ? connection.getCatalog() : searched.get(0));
    }

    boolean isOwn(@Nullable String schema) {
        return schema == null || grammar.catalogName(schema).equals(ownSchema) || isLeftOut(schema);
    }

    /** Some databases have no schemas beside the connection's own, and Hibernate doesn't write them there. */
    private boolean isLeftOut(String schema) {
        return grammar.name(new TableName(schema, "t")).equals(grammar.name(new TableName(null, "t")));
    }

    /** Returns the schemas to read: the connection's own, which is null, and others. */
    List<@Nullable String> places(Collection<String> schemas) {
        List<@Nullable String> places = new ArrayList<>();
        places.add(null);
        schemas.stream().filter(schema -> !isOwn(schema)).forEach(places::add);
        return places;
    }

    @Nullable
    String canonicalSchema(@Nullable String schema) {
        return schema == null || isOwn(schema) ? null : canonical(schema);
    }

    String canonical(String name) {
        return grammar.stateName(grammar.catalogName(name));
    }

    /**
     * Returns how people would write a name that the catalog has: not in capitals only because the database likes them, and
     * as they did where the catalog keeps that.
     */
    String written(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isShouted = name.equals(name.toUpperCase(Locale.ROOT)) && isSame(lower, name);
        String canonical = canonical(name);
        return isShouted ? lower : canonical.equalsIgnoreCase(name) ? name : canonical;
    }

    boolean isSame(String name, String other) {
        return grammar.catalogName(name).equals(grammar.catalogName(other));
    }

    TableName canonical(TableName name) {
        return new TableName(canonicalSchema(name.schema()), canonical(name.name()));
    }
}
