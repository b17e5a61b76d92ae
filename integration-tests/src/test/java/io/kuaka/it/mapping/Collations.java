package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Collate;

/** Collations; their names differ between databases, these are PostgreSQL's. */
public final class Collations {
    private Collations() {}

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
