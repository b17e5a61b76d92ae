package io.kuaka.hibernate.shop.catalog;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(
        indexes = {
            @Index(name = "book_tenant_title", columnList = "tenant_id, title desc"),
            @Index(columnList = "author_id")
        },
        check = @CheckConstraint(name = "book_dates", constraint = "startDate <= endDate"))
public class Book extends Owned {
    enum Binding {
        PAPERBACK,
        HARDCOVER
    }

    String title;

    @Enumerated(EnumType.STRING)
    Binding binding;

    @ColumnDefault("0")
    BigDecimal price;

    LocalDate startDate;

    LocalDate endDate;

    @ManyToOne(optional = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    Author author;

    @ManyToOne
    Book sequel;

    @ManyToMany
    Set<Author> contributors;
}
