package com.example.bookshop.orders.migrations;

import static io.kuaka.expression.Expression.*;
import static io.kuaka.state.Fields.*;
import static io.kuaka.state.Indexes.*;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Initial;
import io.kuaka.migration.Migration;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import java.util.List;

@DependsOn({"catalog.0001_initial", "users.0001_initial"})
@Initial
public final class M0001_initial implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new CreateModel(
                        model("Customer")
                                .table("customer")
                                .fields(
                                        uuid("id").primaryKey(),
                                        reference("tenant", "users.Tenant")
                                                .comment("The shop that this row belongs to"),
                                        instant("createdAt").column("created_at"),
                                        varchar("email", 255),
                                        varchar("name", 150),
                                        varchar("home.street", 200).column("home_street").nullable(),
                                        varchar("home.postalCode", 20).column("home_postal_code").nullable(),
                                        varchar("home.city", 100).column("home_city").nullable(),
                                        varchar("home.country", 2).column("home_country").nullable(),
                                        bool("newsletter"))
                                .constraints(unique("customer_tenant_email_key").on("tenant", "email"))),
                new CreateModel(
                        model("Order")
                                .table("customer_order")
                                .fields(
                                        integer("id").primaryKey().identity(),
                                        reference("tenant", "users.Tenant")
                                                .comment("The shop that this row belongs to"),
                                        instant("createdAt").column("created_at"),
                                        reference("customer", "orders.Customer"),
                                        reference("clerk", "users.User").nullable(),
                                        enumeration("status", "PLACED", "PAID", "SENT", "CANCELLED").length(20),
                                        instant("placedAt").column("placed_at"),
                                        varchar("shippingAddress.street", 200).nullable(),
                                        varchar("shippingAddress.postalCode", 20).column("postal_code").nullable(),
                                        varchar("shippingAddress.city", 100).nullable(),
                                        varchar("shippingAddress.country", 2).nullable(),
                                        integer("version"))
                                .indexes(
                                        index("order_tenant_placed_idx").on("tenant", "-placedAt"),
                                        index("order_tenant_status_idx").on("tenant", "status", "-placedAt"))),
                new CreateModel(
                        model("OrderLine")
                                .table("order_line")
                                .fields(
                                        integer("id").primaryKey().identity(),
                                        reference("order", "orders.Order"),
                                        reference("book", "catalog.Book"),
                                        integer("quantity"),
                                        decimal("unitPrice", 10, 2).column("unit_price"))
                                .constraints(check("order_line_quantity_check", sql("quantity > 0")))));
    }
}
