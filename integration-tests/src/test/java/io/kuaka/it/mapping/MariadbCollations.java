package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Collate;

/** Collations by the names that MariaDB has for them. */
public final class MariadbCollations {
    private MariadbCollations() {}

    @Entity(name = "Term")
    static class Term {
        @Id
        @Collate("utf8mb4_bin")
        @Column(length = 40)
        String spelling;

        @Collate("utf8mb4_unicode_ci")
        @Column(length = 40, nullable = false)
        String stem;
    }
}
