package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** A slice without entities. */
@JdbcTest
class TablesTest {
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void tablesAreMigrated() {
        assertEquals(0, jdbc.queryForObject("select count(phone_number) from customer", Integer.class));
    }
}
