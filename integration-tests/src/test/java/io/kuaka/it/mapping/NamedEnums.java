package io.kuaka.it.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Enumerations that are types of the database, which Hibernate knows on PostgreSQL and H2. */
public final class NamedEnums {
    private NamedEnums() {}

    enum Mood {
        HAPPY,
        SAD,
        ANGRY
    }

    @Entity(name = "Diary")
    static class Diary {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Mood morning;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Mood evening;
    }
}
