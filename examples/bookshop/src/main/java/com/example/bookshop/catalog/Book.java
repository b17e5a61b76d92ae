package com.example.bookshop.catalog;

import com.example.bookshop.shared.TenantOwned;
import com.example.bookshop.users.Tenant;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** A title in a shop's catalog. */
@Entity
@Table(
        name = "book",
        indexes = {
            @Index(name = "book_tenant_published_idx", columnList = "tenant_id, published_on DESC"),
            @Index(name = "book_tenant_title_idx", columnList = "tenant_id, title")
        },
        uniqueConstraints =
                @UniqueConstraint(
                        name = "book_tenant_isbn_key",
                        columnNames = {"tenant_id", "isbn"}))
public class Book extends TenantOwned {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "book_seq")
    @SequenceGenerator(name = "book_seq", sequenceName = "book_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, length = 200)
    private String title;

    @Column(nullable = false, length = 13)
    private String isbn;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private BookFormat format = BookFormat.PAPERBACK;

    @Column(nullable = false, precision = 10, scale = 2)
    private BigDecimal price;

    private Integer pages;

    @Column(name = "published_on")
    private LocalDate publishedOn;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category_id")
    private Category category;

    @ManyToMany
    @JoinTable(
            name = "book_author",
            joinColumns = @JoinColumn(name = "book_id"),
            inverseJoinColumns = @JoinColumn(name = "author_id"))
    private Set<Author> authors = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "book_keyword", joinColumns = @JoinColumn(name = "book_id"))
    @Column(name = "keyword", nullable = false, length = 50)
    private Set<String> keywords = new HashSet<>();

    @Version
    private int version;

    protected Book() {}

    public Book(Tenant tenant, String isbn, String title, BigDecimal price) {
        super(tenant);
        this.isbn = isbn;
        this.title = title;
        this.price = price;
    }

    public String getTitle() {
        return title;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public Integer getPages() {
        return pages;
    }

    public void setPages(Integer pages) {
        this.pages = pages;
    }

    public void setPublishedOn(LocalDate publishedOn) {
        this.publishedOn = publishedOn;
    }

    public void setFormat(BookFormat format) {
        this.format = format;
    }

    public void setCategory(Category category) {
        this.category = category;
    }

    public Set<Author> getAuthors() {
        return authors;
    }

    public Set<String> getKeywords() {
        return keywords;
    }
}
