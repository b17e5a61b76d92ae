package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.time.Instant;
import java.util.Set;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.YesNoConverter;

/** Tenants, partitions, and rows that are only marked as deleted. */
public final class Tenants {
    private Tenants() {}

    @Entity(name = "Invoice")
    static class Invoice {
        @Id
        long id;

        @TenantId
        @Column(name = "tenant_id", length = 36)
        String tenant;

        @PartitionKey
        @Column(name = "billing_region", length = 10)
        String region;
    }

    @Entity(name = "Note")
    @SoftDelete
    static class Note {
        @Id
        long id;

        @ElementCollection
        @SoftDelete(strategy = SoftDeleteType.ACTIVE)
        Set<String> tags;

        @ManyToMany
        @SoftDelete(columnName = "gone", converter = YesNoConverter.class)
        Set<Note> related;
    }

    @Entity(name = "Task")
    @SoftDelete(strategy = SoftDeleteType.TIMESTAMP, columnName = "deleted_at")
    static class Task {
        @Id
        long id;

        Instant due;
    }
}
