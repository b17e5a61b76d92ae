package io.kuaka.hibernate.shop.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
class Address {
    @Column(nullable = false)
    String street;

    String city;
}
