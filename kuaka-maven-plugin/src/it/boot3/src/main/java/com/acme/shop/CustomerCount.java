package com.acme.shop;

import org.springframework.boot.CommandLineRunner;
import org.springframework.stereotype.Component;

@Component
class CustomerCount implements CommandLineRunner {
    private final CustomerRepository customers;

    CustomerCount(CustomerRepository customers) {
        this.customers = customers;
    }

    @Override
    public void run(String... arguments) {
        System.out.println("Customers: " + customers.count());
    }
}
