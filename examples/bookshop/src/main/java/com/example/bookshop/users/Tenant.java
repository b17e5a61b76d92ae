package com.example.bookshop.users;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Comment;

/** A shop among those that share the database. */
@Entity
@Table(name = "tenant", comment = "A shop among those that share this database")
public class Tenant {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(nullable = false, unique = true, length = 50)
    @Comment("Names the shop in addresses")
    private String slug;

    @Column(nullable = false, length = 100)
    private String name;

    /** Whom to call; a tenant is there before its first user, so it may be missing. */
    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "contact_id")
    private User contact;

    protected Tenant() {}

    public Tenant(String slug, String name) {
        this.slug = slug;
        this.name = name;
    }

    public Integer getId() {
        return id;
    }

    public String getSlug() {
        return slug;
    }

    public String getName() {
        return name;
    }

    public void setContact(User contact) {
        this.contact = contact;
    }
}
