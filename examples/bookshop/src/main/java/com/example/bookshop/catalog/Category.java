package com.example.bookshop.catalog;

import com.example.bookshop.shared.TenantOwned;
import com.example.bookshop.users.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A shelf, perhaps within another one. */
@Entity
@Table(
        name = "category",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "category_tenant_slug_key",
                        columnNames = {"tenant_id", "slug"}))
public class Category extends TenantOwned {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private Category parent;

    @Column(nullable = false, length = 50)
    private String slug;

    @Column(nullable = false, length = 100)
    private String name;

    protected Category() {}

    public Category(Tenant tenant, Category parent, String slug, String name) {
        super(tenant);
        this.parent = parent;
        this.slug = slug;
        this.name = name;
    }

    public String getName() {
        return name;
    }
}
