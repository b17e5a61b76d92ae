package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Collate;

/** Collations by the names that SQLite has for them. */
public final class SqliteCollations {
    private SqliteCollations() {}

    @Entity(name = "Term")
    static class Term {
        @Id
        @Collate("NOCASE")
        @Column(length = 40)
        String spelling;

        @Collate("RTRIM")
        @Column(length = 40, nullable = false)
        String stem;
    }
}
