package io.kuaka.dialect.h2;

import io.kuaka.schema.jdbc.JavaValues;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** H2's values. JSON goes in as bytes: a text would become a JSON string with the text in it. */
final class H2JdbcValues extends JdbcValues {
    @Override
    protected void bindValue(PreparedStatement statement, int index, ColumnType type, Object value)
            throws SQLException {
        if (type.kind() == Kind.JSON) {
            String text = JavaValues.convert(value, String.class);
            statement.setBytes(index, text.getBytes(StandardCharsets.UTF_8));
        } else {
            super.bindValue(statement, index, type, value);
        }
    }
}
