package io.kuaka.it.support;

import io.kuaka.compare.Schema;
import io.kuaka.compare.SchemaDiff;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.recorder.OwnNames;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is in a database but for Kuaka's own tables, to be compared with what is in another one, or in the same one later. */
public record ReadSchema(SqlGrammar grammar, Schema schema) {
    /** Reads a database. */
    public static ReadSchema of(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Schema all = Schema.read(Dialects.of(connection), connection, List.of());
            return new ReadSchema(Dialects.of(connection).grammar(), all)
                    .only(name -> !OwnNames.standard().has(name));
        }
    }

    /** Returns the tables and sequences whose names pass. */
    public ReadSchema only(Predicate<TableName> passes) {
        return new ReadSchema(grammar, schema.only(passes));
    }

    /** Returns in what another one differs from this, tables included that only it has. */
    public List<SchemaDifference> differences(ReadSchema other) {
        SchemaDiff diff = SchemaDiff.between(grammar, schema, other.schema);
        return Stream.concat(diff.differences().stream(), diff.unknown().stream())
                .toList();
    }

    /** Returns whether there is nothing. */
    public boolean isEmpty() {
        return schema.tables().isEmpty()
                && schema.sequences().isEmpty()
                && schema.enumerations().isEmpty();
    }
}
