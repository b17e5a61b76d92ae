package org.tuivets.treatment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

@Entity
public class Vet extends Staff {
    @Column(nullable = false, unique = true, length = 12)
    String licence;
}
