package com.example.bookshop.catalog;

import com.example.bookshop.shared.TenantOwned;
import com.example.bookshop.users.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.Length;

/** Somebody who writes books. */
@Entity
@Table(name = "author", indexes = @Index(name = "author_tenant_name_idx", columnList = "tenant_id, full_name"))
public class Author extends TenantOwned {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "author_seq")
    @SequenceGenerator(name = "author_seq", sequenceName = "author_seq", allocationSize = 50)
    private Long id;

    @Column(name = "full_name", nullable = false, length = 150)
    private String fullName;

    @Column(length = Length.LONG32)
    private String biography;

    private LocalDate born;

    protected Author() {}

    public Author(Tenant tenant, String fullName) {
        super(tenant);
        this.fullName = fullName;
    }

    public String getFullName() {
        return fullName;
    }

    public void setBiography(String biography) {
        this.biography = biography;
    }

    public void setBorn(LocalDate born) {
        this.born = born;
    }
}
