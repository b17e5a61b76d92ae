package com.example.bookshop.orders;

/** How far an order has come. */
public enum OrderStatus {
    PLACED,
    PAID,
    SENT,
    CANCELLED
}
