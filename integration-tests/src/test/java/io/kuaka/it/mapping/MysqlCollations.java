package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Collate;

/** Collations by the names that MySQL and MariaDB have for them. */
public final class MysqlCollations {
    private MysqlCollations() {}

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
