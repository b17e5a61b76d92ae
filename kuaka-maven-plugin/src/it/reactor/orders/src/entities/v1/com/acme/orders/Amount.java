package com.acme.orders;

import jakarta.persistence.Embeddable;

@Embeddable
public class Amount {
    private int quantity;
}
