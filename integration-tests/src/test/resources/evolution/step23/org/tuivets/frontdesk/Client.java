package org.tuivets.frontdesk;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.tuivets.common.BaseEntity;

@Entity
@Table(name = "clients")
public class Client extends BaseEntity {
    @Column(nullable = false, length = 80)
    String fullName;

    @Column(length = 20)
    String phone;

    @Column(nullable = false, length = 120)
    String email;

    @Column(nullable = false, length = 2)
    String country;

    @Embedded
    Address address;
}
