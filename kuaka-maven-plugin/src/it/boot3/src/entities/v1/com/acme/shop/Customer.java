package com.acme.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
public class Customer {
    @Id
    @GeneratedValue
    private Long id;

    @Column(length = 80, nullable = false)
    private String fullName;

    protected Customer() {}

    public Customer(String fullName) {
        this.fullName = fullName;
    }
}
