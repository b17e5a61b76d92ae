package io.kuaka.it.mapping;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Embeddables that are documents in one column; Hibernate has no such thing on SQLite. */
public final class Aggregates {
    private Aggregates() {}

    @Embeddable
    static class Profile {
        String nickname;

        int level;

        Motto motto;
    }

    @Embeddable
    static class Motto {
        String words;
    }

    @Entity(name = "Guest")
    static class Guest {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.JSON)
        Profile profile;

        @JdbcTypeCode(SqlTypes.JSON)
        List<Motto> mottos;
    }
}
