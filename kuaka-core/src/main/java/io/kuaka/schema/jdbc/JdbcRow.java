package io.kuaka.schema.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the values of a row are passed to and from a database, which is looked up once for many rows. */
public final class JdbcRow {
    private final JdbcBinding[] bindings;

    JdbcRow(List<JdbcBinding> bindings) {
        this.bindings = bindings.toArray(JdbcBinding[]::new);
    }

    /**
     * Sets the parameters of a statement.
     *
     * @throws io.kuaka.schema.conversion.UnsuitableValueException if a column can't take its value
     */
    public void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        for (int i = 0; i < bindings.length; i++) {
            bindings[i].bind(statement, i + 1, values.get(i));
        }
    }

    /** Returns the values of a result's columns, in the Java classes for their types; the list can be written to. */
    public List<@Nullable Object> read(ResultSet result) throws SQLException {
        @Nullable Object[] values = new Object[bindings.length];
        for (int i = 0; i < bindings.length; i++) {
            values[i] = bindings[i].getter().get(result, i + 1);
        }
        return Arrays.asList(values);
    }
}
