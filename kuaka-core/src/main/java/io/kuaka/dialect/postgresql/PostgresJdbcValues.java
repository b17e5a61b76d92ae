package io.kuaka.dialect.postgresql;

import io.kuaka.schema.jdbc.JavaValues;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.state.ColumnType;
import java.io.ByteArrayInputStream;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.rowset.serial.SerialClob;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's values.
 *
 * <p>Types that JDBC doesn't know are passed as texts of an unknown type, so that the server takes them for what the
 * column is. Large objects live apart from their rows and need a transaction.
 */
final class PostgresJdbcValues extends JdbcValues {
    @Override
    protected void bindValue(PreparedStatement statement, int index, ColumnType type, Object value)
            throws SQLException {
        switch (type.kind()) {
            case NATIVE_ENUM, JSON, XML, INET ->
                statement.setObject(index, JavaValues.convert(value, String.class), Types.OTHER);
            case CLOB, NCLOB ->
                statement.setClob(
                        index,
                        new SerialClob(JavaValues.convert(value, String.class).toCharArray()));
            case BLOB -> statement.setBlob(index, new ByteArrayInputStream(JavaValues.convert(value, byte[].class)));
            case SQL -> bindUnknown(statement, index, value);
            default -> super.bindValue(statement, index, type, value);
        }
    }

    private static void bindUnknown(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof String) {
            statement.setObject(index, value, Types.OTHER);
        } else {
            statement.setObject(index, value);
        }
    }

    @Override
    protected void bindArray(PreparedStatement statement, int index, ColumnType type, List<?> elements)
            throws SQLException {
        statement.setObject(index, array(elements), Types.OTHER);
    }

    private static String array(List<?> elements) {
        return elements.stream().map(PostgresJdbcValues::element).collect(Collectors.joining(",", "{", "}"));
    }

    private static String element(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof List<?> inner) {
            return array(inner);
        }
        String text = value instanceof byte[] bytes
                ? "\\x" + HexFormat.of().formatHex(bytes)
                : JavaValues.convert(value, String.class);
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Override
    protected @Nullable Object readValue(ResultSet result, int index, ColumnType type) throws SQLException {
        return switch (type.kind()) {
            case INET -> result.getString(index);
            case CLOB, NCLOB -> text(result.getClob(index));
            case BLOB -> bytes(result.getBlob(index));
            case TIME_UTC -> utc(result.getObject(index, LocalTime.class));
            case SQL -> known(result, index);
            default -> super.readValue(result, index, type);
        };
    }

    private static @Nullable String text(@Nullable Clob clob) throws SQLException {
        return clob == null ? null : clob.getSubString(1, Math.toIntExact(clob.length()));
    }

    private static byte @Nullable [] bytes(@Nullable Blob blob) throws SQLException {
        return blob == null ? null : blob.getBytes(1, Math.toIntExact(blob.length()));
    }

    private static @Nullable Object utc(@Nullable LocalTime time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** What the driver wraps in a class of its own is as good as its text. */
    private static @Nullable Object known(ResultSet result, int index) throws SQLException {
        Object value = result.getObject(index);
        boolean isOwn = value != null && value.getClass().getName().startsWith("org.postgresql.");
        return isOwn ? result.getString(index) : value;
    }
}
