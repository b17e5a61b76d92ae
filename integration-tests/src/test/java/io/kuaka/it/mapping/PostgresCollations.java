package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Collate;

/** Collations by the names that PostgreSQL has for them. */
public final class PostgresCollations {
    private PostgresCollations() {}

    @Entity(name = "Word")
    static class Word {
        @Id
        @Collate("C")
        @Column(length = 40)
        String spelling;

        @Collate("ucs_basic")
        @Column(length = 40, nullable = false)
        String stem;
    }
}
