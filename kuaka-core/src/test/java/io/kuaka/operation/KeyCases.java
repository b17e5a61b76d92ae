package io.kuaka.operation;

import static io.kuaka.expression.Expression.rowNumber;
import static io.kuaka.expression.Expression.value;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.stream.Stream;

/** Cases of operations on primary keys of several columns, with references to them and to keys that hold them. */
final class KeyCases {
    private KeyCases() {}

    /** Returns a state with the models of the cases beside others. */
    private static ProjectState with(ProjectState others) {
        return others.withModel(
                        "shop",
                        model("Pier")
                                .fields(
                                        varchar("harbor", 20).primaryKey(),
                                        integer("number").primaryKey(),
                                        reference("next", "shop.Pier")
                                                .columns("next_harbor", "next_number")
                                                .nullable()))
                .withModel(
                        "shop",
                        model("Berth")
                                .fields(
                                        varchar("side", 9).primaryKey(),
                                        reference("pier", "shop.Pier")
                                                .columns("pier_harbor", "pier_number")
                                                .primaryKey()))
                .withModel(
                        "shop",
                        model("Ship")
                                .fields(
                                        bigint("id").primaryKey(),
                                        reference("berth", "shop.Berth")
                                                .columns("berth_side", "berth_harbor", "berth_number")
                                                .nullable()))
                .withModel(
                        "shop",
                        model("Ship.flags")
                                .table("flags")
                                .fields(
                                        reference("owner", "shop.Ship")
                                                .column("ship_id")
                                                .primaryKey(),
                                        integer("place").primaryKey(),
                                        varchar("flag", 9)));
    }

    static Stream<OperationCase> all(ProjectState others) {
        ProjectState port = with(others);
        return Stream.of(
                new OperationCase("reorder_primary_key", port, new ReorderPrimaryKey("Ship.flags", "place", "owner")),
                new OperationCase(
                        "reorder_primary_key_with_references_of_references",
                        port,
                        new ReorderPrimaryKey("Pier", "number", "harbor")),
                new OperationCase(
                        "reorder_primary_key_with_reference", port, new ReorderPrimaryKey("Berth", "pier", "side")),
                new OperationCase(
                        "add_field_of_primary_key",
                        port,
                        new AddField("Ship.flags", integer("mast").primaryKey(), value(1))),
                new OperationCase(
                        "add_field_that_numbers_rows",
                        port,
                        new AddField(
                                "Ship.flags",
                                integer("mast"),
                                rowNumber("flags", List.of("ship_id"), List.of("place")))),
                new OperationCase(
                        "add_identity_that_numbers_rows",
                        port.withModel("shop", model("Call").fields(varchar("pier", 20))),
                        new AddField(
                                "Call",
                                bigint("id").primaryKey().identity(),
                                rowNumber("Call", List.of(), List.of("pier")).plus(1))),
                new OperationCase("remove_field_of_primary_key", port, new RemoveField("Ship.flags", "place")),
                new OperationCase("rename_constraint_of_primary_key", port, new RenamePrimaryKey("Berth", "pk_berth")),
                new OperationCase(
                        "rename_constraint_of_primary_key_back", named(port), new RenamePrimaryKey("Ship", null)),
                new OperationCase("rename_model_with_named_primary_key", named(port), new RenameModel("Ship", "Boat")),
                new OperationCase(
                        "add_field_of_named_primary_key",
                        named(port),
                        new AddField("Ship.flags", integer("mast").primaryKey(), value(1))),
                new OperationCase("delete_model_with_named_primary_key", named(port), new DeleteModel("Ship.flags")));
    }

    /** Returns a state where keys have other names than the usual ones, as an adopted database may have. */
    private static ProjectState named(ProjectState port) {
        return port.updateModel(new ModelKey("shop", "Ship"), model -> model.primaryKeyName("pk_ship"))
                .updateModel(new ModelKey("shop", "Ship.flags"), model -> model.primaryKeyName("`PK flags`"));
    }
}
