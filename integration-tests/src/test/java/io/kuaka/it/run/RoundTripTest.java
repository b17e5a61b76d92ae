package io.kuaka.it.run;

import static io.kuaka.expression.Assignment.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.bookshop.Bookshop;
import io.kuaka.command.project.ClassPath;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceLayout;
import io.kuaka.command.project.UnknownAppException;
import io.kuaka.command.trial.RoundTrip;
import io.kuaka.data.Models;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.loader.LoadedMigrations;
import io.kuaka.loader.MigrationApp;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.RunJava;
import io.kuaka.state.Fields;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each migration forward, back, and forward again. */
class RoundTripTest {
    private static final RoundTrip.Options SHOP =
            new RoundTrip.Options(new TreeSet<>(List.of("shop")), RoundTripTest::insert);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void theBookshopLeadsBackToWhereItBeganAndLeavesNothing(Engine engine) {
        TestDatabase database = engine.fresh();
        ClassLoader loader = Bookshop.class.getClassLoader();
        Project bookshop = Project.load(loader, ClassPath.roots(loader), SourceLayout.none())
                .withOnly(List.of("users", "catalog", "orders"));

        RoundTrip.Result result = RoundTrip.at(bookshop, database::connect).run(RoundTrip.Options.all());

        assertThat(result.failures()).isEmpty();
        assertThat(result.migrations()).hasSize(4);
        assertThat(RoundTrip.at(bookshop, database::connect).run(RoundTrip.Options.all()))
                .isEqualTo(result);
    }

    @Test
    void rowsThatDoNotComeBackAreNamed() {
        RoundTrip.Result result = RoundTrip.inMemory(shop(true), "h2").run(SHOP);

        assertThat(result.failures())
                .containsExactly(new RoundTrip.Failure(
                        new MigrationKey("shop", "0003_shout"),
                        RoundTrip.Kind.REVERSED_OTHERWISE,
                        List.of("rows of \"CUSTOMER\": 1 missing (ID=1, LOUD=null, NAME=ann),"
                                + " and 1 not expected (ID=1, LOUD=ANN, NAME=ann)")));
    }

    @Test
    void rowsThatComeBackPass() {
        assertThat(RoundTrip.inMemory(shop(false), "sqlite").run(SHOP).failures())
                .isEmpty();
    }

    @Test
    void anUnknownAppIsRefused() {
        assertThatExceptionOfType(UnknownAppException.class).isThrownBy(() -> RoundTrip.inMemory(shop(false), "h2")
                .run(new RoundTrip.Options(new TreeSet<>(List.of("shpo")), RoundTrip.Rows.none())));
    }

    private static void insert(MigrationKey migration, Models models) {
        if (migration.name().startsWith("0002")) {
            models.get("Customer").create(set("id", 1L), set("name", "ann"));
        }
    }

    /** A history whose last migration fills a column, and may forget to empty it on its way back. */
    private static Project shop(boolean isForgetful) {
        RunJava shout = new RunJava(
                models -> models.get("Customer").all().forEach(row -> {
                    row.set("loud", row.get("name").toString().toUpperCase());
                    row.save();
                }),
                isForgetful ? RunJava.NOOP : models -> models.get("Customer").update(set("loud", null)));
        return new Project(
                RoundTripTest.class.getClassLoader(),
                List.of(),
                SourceLayout.none(),
                new LoadedMigrations(
                        List.of(new MigrationApp("shop", "shop", Optional.empty())),
                        List.of(
                                MigrationNode.of(
                                        new MigrationKey("shop", "0001_initial"),
                                        List.of(),
                                        List.of(new CreateModel(Fields.model("Customer")
                                                .table("customer")
                                                .fields(
                                                        Fields.bigint("id").primaryKey(),
                                                        Fields.varchar("name", 20))))),
                                MigrationNode.of(
                                        new MigrationKey("shop", "0002_loud"),
                                        List.of(new MigrationKey("shop", "0001_initial")),
                                        List.of(new AddField(
                                                "Customer",
                                                Fields.varchar("loud", 20).nullable()))),
                                MigrationNode.of(
                                        new MigrationKey("shop", "0003_shout"),
                                        List.of(new MigrationKey("shop", "0002_loud")),
                                        List.of(shout)))));
    }
}
