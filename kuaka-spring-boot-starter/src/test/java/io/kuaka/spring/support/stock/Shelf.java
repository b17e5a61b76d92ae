package io.kuaka.spring.support.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity for which nobody has written a migration. */
@Entity
public class Shelf {
    @Id
    private Long id;
}
