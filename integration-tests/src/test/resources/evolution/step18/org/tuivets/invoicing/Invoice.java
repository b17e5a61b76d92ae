package org.tuivets.invoicing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.tuivets.treatment.Visit;

@Entity
public class Invoice {
    enum Status {
        OPEN,
        PAID
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invoice")
    @SequenceGenerator(name = "invoice", sequenceName = "invoice_seq", allocationSize = 50)
    Long id;

    @ManyToOne(optional = false)
    Account payer;

    @OneToOne
    Visit visit;

    @Column(nullable = false, precision = 10, scale = 2)
    BigDecimal total;

    @Column(nullable = false)
    Status status;

    LocalDate dueOn;
}
