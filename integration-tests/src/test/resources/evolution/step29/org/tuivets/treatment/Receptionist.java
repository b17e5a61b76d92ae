package org.tuivets.treatment;

import jakarta.persistence.Entity;

@Entity
public class Receptionist extends Staff {
    String languages;
}
