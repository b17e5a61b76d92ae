package org.tuivets.treatment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Specialty {
    @Id
    @Column(length = 10)
    String code;

    @Column(nullable = false)
    String title;
}
