package io.kuaka.it.data;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/** An entity with one attribute of each basic type, for Hibernate and historical models to read from each other. */
@Entity
class Keepsake {
    enum Kind {
        SMALL,
        LARGE
    }

    @Id
    UUID id;

    String name;
    boolean flag;
    short small;
    Long big;
    double ratio;
    BigDecimal price;
    byte[] bytes;
    LocalDate birthday;
    LocalTime wake;
    LocalDateTime moment;
    Instant instant;
    OffsetDateTime arrival;
    Duration length;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Column(name = "kind_number")
    Kind ordinal;

    @Lob
    String story;
}
