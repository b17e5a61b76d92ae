package com.example.bookshop.events;

import com.example.bookshop.users.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/**
 * A reading or a signing. It had no tenant as long as one shop alone had events; Hibernate finds those of the current
 * shop only.
 */
@Entity
@Table(
        name = "event",
        indexes = @Index(name = "event_starts_idx", columnList = "tenant_id, starts_at DESC"),
        uniqueConstraints =
                @UniqueConstraint(
                        name = "event_tenant_id_slug_key",
                        columnNames = {"tenant_id", "slug"}))
public class Event {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @TenantId
    @Column(name = "tenant_id", nullable = false)
    private Integer tenantId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "tenant_id", insertable = false, updatable = false)
    private Tenant tenant;

    @Column(nullable = false, length = 50)
    private String slug;

    @Column(nullable = false, length = 200)
    private String title;

    @Column(name = "starts_at", nullable = false)
    private Instant startsAt;

    protected Event() {}

    public Event(String slug, String title, Instant startsAt) {
        this.slug = slug;
        this.title = title;
        this.startsAt = startsAt;
    }

    public String getTitle() {
        return title;
    }

    public Tenant getTenant() {
        return tenant;
    }
}
