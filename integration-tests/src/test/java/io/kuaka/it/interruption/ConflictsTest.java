package io.kuaka.it.interruption;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.it.support.MigrationDatabase.nonAtomic;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.RunSql;
import io.kuaka.schema.Dialects;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A deadlock, or on Galera a write that another node was faster with, rolls a transaction back; the run repeats it. */
class ConflictsTest {
    private static final List<MigrationNode> NODES = List.of(
            node(
                    "shop.0001_initial",
                    List.of(),
                    new CreateModel(
                            model("Book").table("book").fields(bigint("id").primaryKey(), bigint("price")))),
            node(
                    "shop.0002_rows",
                    List.of("shop.0001_initial"),
                    new RunSql("insert into book values (1, 1)"),
                    new RunSql("update book set price = price + 10")),
            nonAtomic(node(
                    "shop.0003_pages",
                    List.of("shop.0002_rows"),
                    new AddField("Book", bigint("pages").nullable()),
                    new RunSql("update book set price = price + 100"))));

    /** A connection on which each write to Kuaka's tables is refused once. */
    private record Contended(Connection connection, Engine engine, List<String> batch, List<String> refused) {
        Connection wrapped() {
            return (Connection) wrap(Connection.class, connection);
        }

        private Object wrap(Class<?> type, Object target) {
            return Proxy.newProxyInstance(
                    ConflictsTest.class.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> call(target, method, arguments));
        }

        private Object call(Object target, Method method, Object[] arguments) throws Throwable {
            String sql = arguments != null && arguments[0] instanceof String text ? text : "";
            if (method.getName().equals("addBatch")) {
                batch.add(sql);
            }
            if (method.getName().equals("executeBatch")) {
                sql = String.join("; ", batch);
                batch.clear();
            }
            if (target instanceof Statement && method.getName().startsWith("execute") && isOurWrite(sql)) {
                refuseOnce(sql);
            }
            try {
                Object result = method.invoke(target, arguments);
                return result instanceof Statement ? wrap(method.getReturnType(), result) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        /** The lease is taken and given back by writes of its own; creating tables isn't a matter of rows. */
        private static boolean isOurWrite(String sql) {
            return sql.contains("kuaka_") && !sql.startsWith("create") && !sql.startsWith("select");
        }

        private void refuseOnce(String sql) throws SQLException {
            if (refused.contains(sql)) {
                return;
            }
            refused.add(sql);
            try (Statement statement = connection.createStatement()) {
                statement.execute("rollback");
            }
            boolean isMysql = engine == Engine.MARIADB || engine == Engine.MYSQL;
            throw new SQLException("Deadlock found when trying to get lock", "40001", isMysql ? 1213 : 40001);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SQLITE")
    void theWritesOfARunAreRepeated(Engine engine) throws SQLException {
        TestDatabase database = engine.fresh();
        try (MigrationDatabase run =
                new MigrationDatabase(Dialects.forUrl(database.url()), database.connect(), new ArrayList<>())) {
            Contended contended = new Contended(run.connection(), engine, new ArrayList<>(), new ArrayList<>());
            LongHistory.migrate(NODES, contended.wrapped(), LeaseTerms.standard());

            assertThat(contended.refused()).hasSizeGreaterThan(4);
            assertThat(run.applied()).hasSize(NODES.size());
            assertThat(run.unfinished()).isEmpty();
            assertThat(run.count("select price from book where id = 1")).isEqualTo(111);
        }
    }
}
