package com.acme.reports;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What somebody wants to read. */
@Entity
public class Report {
    @Id
    private Long id;
}
