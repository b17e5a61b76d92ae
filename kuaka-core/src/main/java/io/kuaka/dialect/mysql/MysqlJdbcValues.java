package io.kuaka.dialect.mysql;

import io.kuaka.schema.jdbc.JdbcBinding;
import io.kuaka.schema.jdbc.JdbcBinding.Getter;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Calendar;
import java.util.TimeZone;
import java.util.UUID;

/**
 * Values as Hibernate stores them: instants in UTC although their columns have no zone, and UUIDs as bytes if the
 * server has no type for them.
 */
final class MysqlJdbcValues extends JdbcValues {
    private static final Getter<Timestamp> TIMESTAMP = (result, index) -> result.getTimestamp(index, utc());
    private static final Getter<byte[]> BYTES = ResultSet::getBytes;
    private static final Getter<String> TEXT = ResultSet::getString;

    private static final JdbcBinding INSTANT = JdbcBinding.of(
            Instant.class,
            (statement, index, value) -> statement.setTimestamp(index, Timestamp.from(value), utc()),
            TIMESTAMP.map(Timestamp::toInstant));

    private static final JdbcBinding UUID_BYTES = JdbcBinding.of(
            UUID.class,
            (statement, index, value) -> statement.setBytes(index, packed(value)),
            BYTES.map(JdbcValues::unpacked));

    /** MySQL's driver would serialize the Java object. */
    private static final JdbcBinding UUID_TEXT = JdbcBinding.of(
            UUID.class,
            (statement, index, value) -> statement.setString(index, value.toString()),
            TEXT.map(UUID::fromString));

    private final ServerFlavor flavor;

    MysqlJdbcValues(ServerFlavor flavor) {
        this.flavor = flavor;
    }

    @Override
    protected JdbcBinding binding(ColumnType type) {
        if (type.kind() == Kind.UUID) {
            return flavor.packsUuids() ? UUID_BYTES : UUID_TEXT;
        }
        return type.kind() == Kind.TIMESTAMP_UTC ? INSTANT : super.binding(type);
    }

    /** Drivers modify the calendar. */
    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
