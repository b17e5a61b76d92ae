package com.example.bookshop.catalog;

import com.example.bookshop.shared.TenantOwned;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** A lower price for some days. */
@Entity
@Table(
        name = "promotion",
        check = @CheckConstraint(name = "promotion_days_check", constraint = "start_date <= end_date"),
        indexes = @Index(name = "promotion_tenant_start_idx", columnList = "tenant_id, start_date DESC"))
public class Promotion extends TenantOwned {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "book_id")
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Book book;

    @Column(name = "start_date", nullable = false)
    private LocalDate startDate;

    @Column(name = "end_date", nullable = false)
    private LocalDate endDate;

    @Column(name = "percent_off", nullable = false)
    @ColumnDefault("10")
    private int percentOff = 10;

    protected Promotion() {}

    public Promotion(Book book, LocalDate startDate, LocalDate endDate, int percentOff) {
        super(book.getTenant());
        this.book = book;
        this.startDate = startDate;
        this.endDate = endDate;
        this.percentOff = percentOff;
    }
}
