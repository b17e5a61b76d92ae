package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.FractionalSeconds;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;

/** Dates, times and moments, and what becomes of their zones. */
public final class Times {
    private Times() {}

    @Entity(name = "Event")
    @SuppressWarnings({"deprecation", "removal"})
    static class Event {
        @Id
        LocalDate onDay;

        LocalTime opens;

        LocalDateTime begins;

        @Column(secondPrecision = 3)
        LocalDateTime measured;

        @Column(secondPrecision = 0)
        LocalTime rounded;

        @FractionalSeconds(2)
        LocalTime sprint;

        @CreationTimestamp
        @Column(nullable = false, updatable = false)
        Instant created;

        @JdbcTypeCode(SqlTypes.TIMESTAMP)
        Instant plain;

        @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
        Instant zoned;

        OffsetTime offsetTime;

        @Temporal(TemporalType.DATE)
        Date legacyDay;

        @Temporal(TemporalType.TIME)
        Date legacyTime;

        @Temporal(TemporalType.TIMESTAMP)
        Calendar legacyMoment;

        java.sql.Date sqlDate;

        java.sql.Time sqlTime;

        java.sql.Timestamp sqlTimestamp;

        Period span;

        MonthDay birthday;

        ZoneOffset shift;

        ZoneId place;
    }

    @Entity(name = "PhoneCall")
    static class PhoneCall {
        @Id
        long id;

        OffsetDateTime received;

        ZonedDateTime zoned;

        @TimeZoneStorage(TimeZoneStorageType.NATIVE)
        OffsetDateTime inPlace;

        @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
        OffsetDateTime here;

        @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC)
        ZonedDateTime utc;

        @TimeZoneStorage(TimeZoneStorageType.COLUMN)
        OffsetDateTime apart;

        @TimeZoneStorage(TimeZoneStorageType.COLUMN)
        @TimeZoneColumn(name = "answered_zone", comment = "Where it was answered")
        ZonedDateTime answered;

        @TimeZoneStorage(TimeZoneStorageType.COLUMN)
        OffsetTime ends;
    }
}
