package com.example.bookshop.orders;

import com.example.bookshop.shared.Address;
import com.example.bookshop.shared.TenantOwned;
import com.example.bookshop.users.Tenant;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.UUID;

/** Somebody who buys books. */
@Entity
@Table(
        name = "customer",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "customer_tenant_email_key",
                        columnNames = {"tenant_id", "email"}))
public class Customer extends TenantOwned {
    @Id
    private UUID id = UUID.randomUUID();

    @Column(nullable = false)
    private String email;

    @Column(nullable = false, length = 150)
    private String name;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "home_street", length = 200))
    @AttributeOverride(name = "postalCode", column = @Column(name = "home_postal_code", length = 20))
    @AttributeOverride(name = "city", column = @Column(name = "home_city", length = 100))
    @AttributeOverride(name = "country", column = @Column(name = "home_country", length = 2))
    private Address home;

    @Column(name = "newsletter", nullable = false)
    private boolean newsletter;

    protected Customer() {}

    public Customer(Tenant tenant, String email, String name, Address home) {
        super(tenant);
        this.email = email;
        this.name = name;
        this.home = home;
    }

    public String getName() {
        return name;
    }

    public Address getHome() {
        return home;
    }
}
