package io.kuaka.it.mapping;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Checks;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.Comments;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.UpdateTimestamp;

/** Rules, defaults, comments and indexes of columns and tables. */
@SuppressWarnings("deprecation")
public final class Rules {
    private Rules() {}

    @Entity(name = "Booking")
    @Table(
            name = "bookings",
            comment = "Who stays when",
            check = @CheckConstraint(name = "ck_booking_dates", constraint = "first_day <= last_day"),
            uniqueConstraints = {
                @UniqueConstraint(
                        name = "uq_booking_room",
                        columnNames = {"room", "first_day"}),
                @UniqueConstraint(columnNames = {"guest", "last_day"})
            },
            indexes = {
                @Index(name = "ix_booking_guest", columnList = "guest, first_day desc"),
                @Index(name = "ix_booking_code", columnList = "reference_code", unique = true),
                @Index(columnList = "last_day")
            })
    @Check(name = "ck_booking_guests", constraints = "guests > 0")
    static class Booking {
        @Id
        long id;

        @Version
        int version;

        @Column(nullable = false, unique = true, length = 40)
        String reservation;

        @Column(name = "room", length = 20, comment = "As on the door")
        String room;

        @Column(name = "guest", length = 60)
        String guest;

        @Column(name = "first_day", nullable = false)
        LocalDate firstDay;

        @Column(name = "last_day", nullable = false)
        LocalDate lastDay;

        @Column(name = "reference_code", length = 30)
        String referenceCode;

        @ColumnDefault("1")
        int guests;

        @ColumnDefault("'it''s new'")
        @Column(length = 20)
        String state;

        @Column(check = @CheckConstraint(name = "ck_booking_price", constraint = "price >= 0"))
        BigDecimal price;

        @Check(constraints = "discount between 0 and 100")
        int discount;

        @Comment("Paid before the stay")
        BigDecimal deposit;
    }

    @Entity(name = "Stay")
    @Checks({
        @Check(name = "ck_stay_nights", constraints = "nights > 0"),
        @Check(name = "ck_stay_total", constraints = "nights * rate < 100000")
    })
    @Comment("What was really stayed")
    static class Stay {
        @Id
        long id;

        @Version
        Instant changed;

        @NaturalId
        @Column(length = 12)
        String number;

        @NaturalId(mutable = true)
        @Column(length = 12)
        String branch;

        int nights;

        int rate;

        @GeneratedColumn("nights * rate")
        int total;

        @Formula("nights + 1")
        int days;

        @Generated
        @ColumnDefault("7")
        @Column(nullable = false)
        int season;

        @CurrentTimestamp
        Instant seen;

        @UpdateTimestamp
        Instant updated;

        @Comments(@Comment("Whose turn it is"))
        String turn;

        @ColumnTransformer(read = "lower(note)", write = "upper(?)")
        String note;

        @ManyToOne(optional = false)
        @JoinColumn(name = "booking", unique = true, comment = "What was booked")
        Booking booking;
    }
}
