package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** A slice on an embedded database, which has no tables but those of the migrations. */
@DataJpaTest
class CustomerTest {
    @Autowired
    private CustomerRepository customers;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void customersAreStoredInMigratedTables() {
        customers.saveAndFlush(new Customer("Anna"));
        assertEquals("Anna", jdbc.queryForObject("select full_name from customer", String.class));
        assertEquals(2, jdbc.queryForObject("select count(*) from kuaka_migrations", Integer.class));
    }
}
