package com.example.bookshop.users;

import com.example.bookshop.catalog.Book;
import com.example.bookshop.shared.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;

/** Somebody who works in a shop. */
@Entity
@Table(
        name = "app_user",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "app_user_tenant_email_key",
                        columnNames = {"tenant_id", "email"}))
public class User extends TenantOwned {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(nullable = false)
    private String email;

    @Column(name = "display_name", length = 100)
    private String displayName;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private Role role = Role.CLERK;

    /** The book that this user recommends. Books know their shop, users know a book: the two apps need each other. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "recommended_book_id")
    private Book recommendedBook;

    @Version
    private int version;

    protected User() {}

    public User(Tenant tenant, String email, Role role) {
        super(tenant);
        this.email = email;
        this.role = role;
    }

    public String getEmail() {
        return email;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public void recommend(Book book) {
        this.recommendedBook = book;
    }
}
