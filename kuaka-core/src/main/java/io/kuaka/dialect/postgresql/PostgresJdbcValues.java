package io.kuaka.dialect.postgresql;

import io.kuaka.schema.jdbc.JavaValues;
import io.kuaka.schema.jdbc.JdbcBinding;
import io.kuaka.schema.jdbc.JdbcBinding.Getter;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.TypeFamily;
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
 * <p>Types that JDBC doesn't have are passed as texts of an unknown type, so the server converts them to the column's
 * type. Large objects are stored apart from their rows and need a transaction.
 */
final class PostgresJdbcValues extends JdbcValues {
    /** A text that the server converts to the column's type. */
    private static final JdbcBinding UNKNOWN_TEXT = JdbcBinding.of(
            String.class,
            (statement, index, value) -> statement.setObject(index, value, Types.OTHER),
            ResultSet::getString);

    private static final JdbcBinding TEXT_OBJECT = JdbcBinding.of(
            String.class,
            (statement, index, value) -> statement.setClob(index, new SerialClob(value.toCharArray())),
            (result, index) -> text(result.getClob(index)));

    private static final JdbcBinding BYTE_OBJECT = JdbcBinding.of(
            byte[].class,
            (statement, index, value) -> statement.setBlob(index, new ByteArrayInputStream(value)),
            (result, index) -> bytes(result.getBlob(index)));

    private static final JdbcBinding UNKNOWN =
            new JdbcBinding(PostgresJdbcValues::setUnknown, PostgresJdbcValues::getKnown);

    @Override
    protected JdbcBinding binding(ColumnType type) {
        JdbcBinding usual = super.binding(type);
        if (type.kind().isLocator()) {
            return type.family() == TypeFamily.TEXT ? TEXT_OBJECT : BYTE_OBJECT;
        }
        if (type.kind() == Kind.TIME_UTC) {
            Getter<LocalTime> time = (result, index) -> result.getObject(index, LocalTime.class);
            return new JdbcBinding(usual.setter(), time.map(value -> value.atOffset(ZoneOffset.UTC)));
        }
        return switch (type.family()) {
            case JSON, XML, NETWORK -> UNKNOWN_TEXT;
            case NAMED_ENUM -> type.kind() == Kind.NATIVE_ENUM ? UNKNOWN_TEXT : usual;
            case OTHER -> UNKNOWN;
            case BOOLEAN, INTEGER, DECIMAL, FLOATING, TEXT, BYTES, UUID -> usual;
            case DATE, TIME, TIMESTAMP, INSTANT, ORDINAL_ENUM, ARRAY -> usual;
        };
    }

    private static void setUnknown(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof String) {
            statement.setObject(index, value, Types.OTHER);
        } else {
            statement.setObject(index, value);
        }
    }

    @Override
    protected void setArray(PreparedStatement statement, int index, List<?> elements) throws SQLException {
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

    private static @Nullable String text(@Nullable Clob clob) throws SQLException {
        return clob == null ? null : clob.getSubString(1, Math.toIntExact(clob.length()));
    }

    private static byte @Nullable [] bytes(@Nullable Blob blob) throws SQLException {
        return blob == null ? null : blob.getBytes(1, Math.toIntExact(blob.length()));
    }

    /** A value that the driver wraps in a class of its own is read as its text. */
    private static @Nullable Object getKnown(ResultSet result, int index) throws SQLException {
        Object value = result.getObject(index);
        boolean isOwn = value != null && value.getClass().getName().startsWith("org.postgresql.");
        return isOwn ? result.getString(index) : value;
    }
}
