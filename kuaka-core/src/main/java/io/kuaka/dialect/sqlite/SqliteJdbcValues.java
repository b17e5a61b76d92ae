package io.kuaka.dialect.sqlite;

import io.kuaka.schema.jdbc.JdbcBinding;
import io.kuaka.schema.jdbc.JdbcBinding.Getter;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import java.sql.Date;
import java.sql.ResultSet;
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

/**
 * SQLite's values: dates and times as its driver stores them, a number of milliseconds, and UUIDs as 16 bytes.
 *
 * <p>Dates and times from SQL, by {@code current_timestamp} or a default, are texts. Those are read, too; a text
 * without a zone is in UTC, as in SQLite.
 */
final class SqliteJdbcValues extends JdbcValues {
    private static final int DATE_LENGTH = 10;

    private static final Getter<Object> RAW = ResultSet::getObject;

    private static final JdbcBinding DATE = JdbcBinding.of(
            LocalDate.class,
            (statement, index, value) -> statement.setDate(index, Date.valueOf(value)),
            RAW.map(raw -> local(raw).toLocalDate()));

    private static final JdbcBinding TIME = JdbcBinding.of(
            LocalTime.class,
            (statement, index, value) -> statement.setTime(index, Time.valueOf(value)),
            RAW.map(SqliteJdbcValues::time));

    private static final JdbcBinding OFFSET_TIME = JdbcBinding.of(
            OffsetTime.class,
            (statement, index, value) -> statement.setTime(index, Time.valueOf(here(value))),
            RAW.map(raw -> time(raw).atOffset(offsetHere())));

    private static final JdbcBinding TIMESTAMP = JdbcBinding.of(
            LocalDateTime.class,
            (statement, index, value) -> statement.setTimestamp(index, Timestamp.valueOf(value)),
            RAW.map(SqliteJdbcValues::local));

    private static final JdbcBinding INSTANT = moment(RAW.map(SqliteJdbcValues::instant));

    private static final JdbcBinding OFFSET_TIMESTAMP =
            moment(RAW.map(raw -> instant(raw).atOffset(ZoneOffset.UTC)));

    private static final JdbcBinding UUID_BYTES = JdbcBinding.of(
            UUID.class,
            (statement, index, value) -> statement.setBytes(index, packed(value)),
            RAW.map(SqliteJdbcValues::uuid));

    @Override
    protected JdbcBinding binding(ColumnType type) {
        return switch (type.family()) {
            case DATE -> DATE;
            case TIME -> type.kind() == Kind.TIME ? TIME : OFFSET_TIME;
            case TIMESTAMP -> TIMESTAMP;
            case INSTANT -> type.kind() == Kind.TIMESTAMP_TZ ? OFFSET_TIMESTAMP : INSTANT;
            case UUID -> UUID_BYTES;
            case ARRAY, NETWORK -> JdbcBinding.untyped();
            case BOOLEAN, INTEGER, DECIMAL, FLOATING, TEXT, BYTES -> super.binding(type);
            case JSON, XML, NAMED_ENUM, ORDINAL_ENUM, OTHER -> super.binding(type);
        };
    }

    private static JdbcBinding moment(Getter<?> getter) {
        return JdbcBinding.of(
                Instant.class,
                (statement, index, value) -> statement.setTimestamp(index, Timestamp.from(value)),
                getter);
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

    /** Hibernate passes such a time as the time of day in the system's zone. */
    private static LocalTime here(OffsetTime value) {
        return value.withOffsetSameInstant(offsetHere()).toLocalTime();
    }

    private static ZoneOffset offsetHere() {
        return ZoneId.systemDefault().getRules().getOffset(Instant.EPOCH);
    }

    private static UUID uuid(Object raw) {
        return raw instanceof byte[] bytes ? unpacked(bytes) : UUID.fromString(raw.toString());
    }
}
