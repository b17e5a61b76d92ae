package io.kuaka.dialect.sqlite;

import io.kuaka.schema.jdbc.JavaValues;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.state.ColumnType;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * SQLite's values: dates and times as its driver keeps them, a number of milliseconds, and UUIDs as 16 bytes.
 *
 * <p>Dates and times that SQL itself put in, by {@code current_timestamp} or a default, are texts. Those are read, too;
 * a text without a zone is in UTC, as SQLite has it.
 */
final class SqliteJdbcValues extends JdbcValues {
    private static final int DATE_LENGTH = 10;
    private static final int UUID_BYTES = 16;

    @Override
    protected void bindValue(PreparedStatement statement, int index, ColumnType type, Object value)
            throws SQLException {
        switch (type.kind()) {
            case DATE -> statement.setDate(index, Date.valueOf(JavaValues.convert(value, LocalDate.class)));
            case TIME -> statement.setTime(index, Time.valueOf(JavaValues.convert(value, LocalTime.class)));
            case TIME_TZ, TIME_UTC ->
                statement.setTime(index, Time.valueOf(here(JavaValues.convert(value, OffsetTime.class))));
            case TIMESTAMP ->
                statement.setTimestamp(index, Timestamp.valueOf(JavaValues.convert(value, LocalDateTime.class)));
            case TIMESTAMP_TZ, TIMESTAMP_UTC ->
                statement.setTimestamp(index, Timestamp.from(JavaValues.convert(value, Instant.class)));
            case UUID -> statement.setBytes(index, bytes(JavaValues.convert(value, UUID.class)));
            case ARRAY, INET -> statement.setObject(index, value);
            default -> super.bindValue(statement, index, type, value);
        }
    }

    @Override
    protected @Nullable Object readValue(ResultSet result, int index, ColumnType type) throws SQLException {
        Object raw = result.getObject(index);
        return switch (type.kind()) {
            case DATE -> raw == null ? null : local(raw).toLocalDate();
            case TIME -> raw == null ? null : time(raw);
            case TIME_TZ, TIME_UTC -> raw == null ? null : time(raw).atOffset(offsetHere());
            case TIMESTAMP -> raw == null ? null : local(raw);
            case TIMESTAMP_TZ -> raw == null ? null : instant(raw).atOffset(ZoneOffset.UTC);
            case TIMESTAMP_UTC -> raw == null ? null : instant(raw);
            case UUID -> raw == null ? null : uuid(raw);
            case ARRAY, INET -> raw;
            default -> super.readValue(result, index, type);
        };
    }

    private static LocalDateTime local(Object raw) {
        return raw instanceof Number number
                ? LocalDateTime.ofInstant(Instant.ofEpochMilli(number.longValue()), ZoneId.systemDefault())
                : parse(raw.toString()).toLocalDateTime();
    }

    private static LocalTime time(Object raw) {
        String text = raw.toString();
        boolean isBare = !(raw instanceof Number) && text.indexOf(':') < DATE_LENGTH;
        return isBare ? LocalTime.parse(text) : local(raw).toLocalTime();
    }

    private static Instant instant(Object raw) {
        return raw instanceof Number number
                ? Instant.ofEpochMilli(number.longValue())
                : parse(raw.toString()).toInstant();
    }

    private static OffsetDateTime parse(String text) {
        if (text.length() == DATE_LENGTH) {
            return LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
        }
        String iso = text.replace(' ', 'T');
        boolean hasZone = iso.endsWith("Z") || iso.lastIndexOf('+') > 0 || iso.lastIndexOf('-') > DATE_LENGTH;
        return hasZone ? OffsetDateTime.parse(iso) : LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC);
    }

    /** Hibernate hands such a time over as the time of day of the system's own zone. */
    private static LocalTime here(OffsetTime value) {
        return value.withOffsetSameInstant(offsetHere()).toLocalTime();
    }

    private static ZoneOffset offsetHere() {
        return ZoneId.systemDefault().getRules().getOffset(Instant.EPOCH);
    }

    private static byte[] bytes(UUID value) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(Object raw) {
        if (raw instanceof byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new UUID(buffer.getLong(), buffer.getLong());
        }
        return UUID.fromString(raw.toString());
    }
}
