package io.kuaka.hibernate.shop.catalog;

import io.kuaka.hibernate.shop.users.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

@MappedSuperclass
abstract class Owned {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false)
    Tenant tenant;

    @Column(nullable = false)
    Instant createdAt;
}
