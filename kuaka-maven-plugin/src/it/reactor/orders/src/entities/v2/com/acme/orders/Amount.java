package com.acme.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

@Embeddable
public class Amount {
    private int quantity;

    @Column(precision = 10, scale = 2)
    private BigDecimal price;
}
