package io.kuaka.dialect.h2;

import io.kuaka.schema.jdbc.JdbcBinding;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.state.ColumnType;
import io.kuaka.state.TypeFamily;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;

/** H2's values. JSON is passed as bytes: a text would become a JSON string. */
final class H2JdbcValues extends JdbcValues {
    private static final JdbcBinding JSON = JdbcBinding.of(
            String.class,
            (statement, index, value) -> statement.setBytes(index, value.getBytes(StandardCharsets.UTF_8)),
            ResultSet::getString);

    @Override
    protected JdbcBinding binding(ColumnType type) {
        return type.family() == TypeFamily.JSON ? JSON : super.binding(type);
    }
}
