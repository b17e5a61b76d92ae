package org.tuivets.frontdesk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.tuivets.common.BaseEntity;

@Entity
public class Owner extends BaseEntity {
    @Column(nullable = false, length = 80)
    String fullName;

    @Column(length = 20)
    String phone;

    @Column(nullable = false, length = 120)
    String email;

    @Column(nullable = false, length = 2)
    String country;
}
