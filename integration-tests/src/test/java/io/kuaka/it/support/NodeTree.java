package io.kuaka.it.support;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;

import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import java.sql.SQLException;

/** Nodes that refer to their parents, and leaves that refer to nodes by two keys, with rows. */
public final class NodeTree {
    public static final ProjectState STATE = SchemaRun.shop(
            model("Node")
                    .fields(
                            integer("id").primaryKey().identity(),
                            varchar("name", 20),
                            varchar("code", 20).unique(),
                            integer("n").nullable(),
                            reference("parent", "shop.Node").nullable().onDelete(OnDelete.CASCADE))
                    .indexes(index("node_name_idx").on("name")),
            model("Leaf")
                    .fields(
                            bigint("id").primaryKey(),
                            reference("node", "shop.Node").onDelete(OnDelete.CASCADE),
                            reference("byCode", "shop.Node").toFields("code").column("node_code")));

    /** A run with the tables and three rows. */
    public static SchemaRun on(Engine engine) throws SQLException {
        SchemaRun run = SchemaRun.with(engine, STATE);
        run.execute(
                "insert into Node (id, name, code, n, parent_id) values (1, 'A', 'a', 1, null), (2, 'B', 'b', null, 1)",
                "insert into Leaf (id, node_id, node_code) values (10, 2, 'a')");
        return run;
    }

    private NodeTree() {}
}
