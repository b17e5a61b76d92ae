package org.tuivets.frontdesk;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public class Address {
    String street;

    @Column(length = 60)
    String city;

    @Column(length = 12)
    String postcode;
}
