package com.example.bookshop.shared;

import com.example.bookshop.users.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.hibernate.annotations.Comment;

/** What belongs to one shop alone. */
@MappedSuperclass
public abstract class TenantOwned {
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "tenant_id")
    @Comment("The shop that this row belongs to")
    private Tenant tenant;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt = Instant.now();

    protected TenantOwned() {}

    protected TenantOwned(Tenant tenant) {
        this.tenant = tenant;
    }

    public Tenant getTenant() {
        return tenant;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
