package com.example.bookshop.orders;

import com.example.bookshop.catalog.Book;
import com.example.bookshop.shared.Address;
import com.example.bookshop.shared.TenantOwned;
import com.example.bookshop.users.User;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a customer wants at one time. */
@Entity
@Table(
        name = "customer_order",
        indexes = {
            @Index(name = "order_tenant_placed_idx", columnList = "tenant_id, placed_at DESC"),
            @Index(name = "order_tenant_status_idx", columnList = "tenant_id, status, placed_at DESC")
        })
public class Order extends TenantOwned {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "customer_id")
    private Customer customer;

    /** Who packs the parcel. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "clerk_id")
    private User clerk;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private OrderStatus status = OrderStatus.PLACED;

    @Column(name = "placed_at", nullable = false)
    private Instant placedAt = Instant.now();

    @Embedded
    private Address shippingAddress;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<OrderLine> lines = new ArrayList<>();

    @Version
    private int version;

    protected Order() {}

    public Order(Customer customer) {
        super(customer.getTenant());
        this.customer = customer;
        this.shippingAddress = customer.getHome();
    }

    public void add(Book book, int quantity) {
        lines.add(new OrderLine(this, book, quantity, book.getPrice()));
    }

    public void giveTo(User packer) {
        this.clerk = packer;
    }

    public Customer getCustomer() {
        return customer;
    }

    public OrderStatus getStatus() {
        return status;
    }

    public List<OrderLine> getLines() {
        return lines;
    }

    public BigDecimal total() {
        return lines.stream().map(OrderLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
