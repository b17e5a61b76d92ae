package com.example.bookshop.users.migrations;

import static io.kuaka.state.Fields.*;
import static io.kuaka.state.Indexes.*;

import io.kuaka.migration.Initial;
import io.kuaka.migration.Migration;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import java.util.List;

@Initial
public final class M0001_initial implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                new CreateModel(
                        model("Tenant")
                                .table("tenant")
                                .comment("A shop among those that share this database")
                                .fields(
                                        integer("id").primaryKey().identity(),
                                        varchar("slug", 50).unique().comment("Names the shop in addresses"),
                                        varchar("name", 100))),
                new CreateModel(
                        model("User")
                                .table("app_user")
                                .fields(
                                        integer("id").primaryKey().identity(),
                                        reference("tenant", "users.Tenant")
                                                .comment("The shop that this row belongs to"),
                                        instant("createdAt").column("created_at"),
                                        varchar("email", 255),
                                        varchar("displayName", 100).column("display_name").nullable(),
                                        enumeration("role", "OWNER", "MANAGER", "CLERK").length(20),
                                        integer("version"))
                                .constraints(unique("app_user_tenant_email_key").on("tenant", "email"))));
    }
}
