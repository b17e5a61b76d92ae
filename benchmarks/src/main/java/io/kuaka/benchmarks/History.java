package io.kuaka.benchmarks;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static io.kuaka.state.Indexes.index;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RunSql;
import io.kuaka.state.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A long history, the same each time, for measuring.
 *
 * <p>Each app begins with a migration that makes four models; one of them refers to the app before. Then every round of
 * ten migrations brings four new fields, one wider field, one new index, one new model with a reference, one new check,
 * one renamed field, and one removed field or SQL of the user's own by turns. A thousand migrations of twenty apps make
 * 160 models with about 1,000 fields.
 */
public final class History {
    /** How many apps the standard history has. */
    public static final int APPS = 20;

    /** How many migrations each app of the standard history has. */
    public static final int MIGRATIONS_PER_APP = 50;

    private static final int ROUND = 10;
    private static final int FIRST_MODELS = 4;

    private History() {}

    /** Returns the standard history of a thousand migrations. */
    public static List<MigrationNode> standard() {
        return of(APPS, MIGRATIONS_PER_APP);
    }

    /** Returns the history of {@code apps} apps with {@code perApp} migrations each. */
    public static List<MigrationNode> of(int apps, int perApp) {
        List<MigrationNode> nodes = new ArrayList<>();
        for (int app = 0; app < apps; app++) {
            nodes.add(initial(app));
            for (int number = 2; number <= perApp; number++) {
                nodes.add(MigrationNode.of(
                        key(app, number), List.of(key(app, number - 1)), List.of(change(app, number))));
            }
        }
        return nodes;
    }

    /** Returns the label of the app {@code number}, from 0. */
    public static String app(int number) {
        return String.format("app%02d", number);
    }

    private static MigrationKey key(int app, int number) {
        return new MigrationKey(app(app), String.format("%04d_%s", number, number == 1 ? "initial" : "step"));
    }

    private static MigrationNode initial(int app) {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < FIRST_MODELS; i++) {
            ModelState plain = plain(app, "Model" + i);
            operations.add(new CreateModel(
                    i == 0 && app > 0
                            ? plain.fields(reference("previous", app(app - 1) + ".Model0")
                                    .nullable())
                            : plain));
        }
        List<MigrationKey> dependencies = app == 0 ? List.of() : List.of(key(app - 1, 1));
        return MigrationNode.of(key(app, 1), dependencies, operations);
    }

    private static ModelState plain(int app, String name) {
        return model(name)
                .table(tableOf(app, name))
                .fields(
                        bigint("id").primaryKey().identity(),
                        varchar("title", 100),
                        integer("amount"),
                        bool("active").defaultTo(true));
    }

    private static Operation change(int app, int number) {
        int round = (number - 2) / ROUND;
        String model = "Model" + round % FIRST_MODELS;
        return switch ((number - 2) % ROUND) {
            case 0 -> new AddField(model, varchar("note" + round, 50).nullable());
            case 1 -> new AddField(model, integer("rank" + round).nullable());
            case 2 -> new AddField(model, bool("flag" + round).defaultTo(false));
            case 3 -> new AddField(model, varchar("code" + round, 20).nullable());
            case 4 -> new AlterField(model, varchar("note" + round, 200).nullable());
            case 5 ->
                new AddIndex(model, index(app(app) + "_rank" + round + "_idx").on("rank" + round, "-title"));
            case 6 ->
                new CreateModel(plain(app, "Extra" + round)
                        .fields(reference("owner", app(app) + "." + model).nullable()));
            case 7 ->
                new AddConstraint(
                        model,
                        check(
                                app(app) + "_rank" + round + "_check",
                                field("rank" + round).ge(0)));
            case 8 -> new RenameField(model, "code" + round, "label" + round);
            default -> last(app, round, model);
        };
    }

    private static Operation last(int app, int round, String model) {
        return round % 2 == 0
                ? new RemoveField(model, "flag" + round)
                : new RunSql("update " + tableOf(app, model) + " set amount = 0 where amount < 0", "select " + app);
    }

    /** Models of several apps share their names, which tables of one database can't. */
    private static String tableOf(int app, String model) {
        return app(app) + "_" + model.toLowerCase(Locale.ROOT);
    }
}
