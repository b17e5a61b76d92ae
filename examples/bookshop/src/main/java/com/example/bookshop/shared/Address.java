package com.example.bookshop.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where a parcel goes. */
@Embeddable
public class Address {
    @Column(length = 200)
    private String street;

    @Column(name = "postal_code", length = 20)
    private String postalCode;

    @Column(length = 100)
    private String city;

    /** Two letters, as in ISO 3166. */
    @Column(length = 2)
    private String country;

    protected Address() {}

    public Address(String street, String postalCode, String city, String country) {
        this.street = street;
        this.postalCode = postalCode;
        this.city = city;
        this.country = country;
    }

    @Override
    public String toString() {
        return street + ", " + postalCode + " " + city + ", " + country;
    }
}
