package io.kuaka.autodetect;

import static io.kuaka.expression.Expression.value;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameModel;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A model that was referred to once may not go before the reference is made, on databases that begin from nothing. */
class FormerUsersTest {
    private static final MigrationKey CLINIC = MigrationKey.parse("clinic.0001_initial");
    private static final MigrationKey WARD = MigrationKey.parse("ward.0001_initial");
    private static final MigrationKey WARD_AGAIN = MigrationKey.parse("ward.0002_remove_bed_owner");

    private static final ModelState BED =
            model("Bed").fields(bigint("id").primaryKey(), reference("owner", "clinic.Owner"));

    private static final MigrationGraph HISTORY = MigrationGraph.of(List.of(
            MigrationNode.of(CLINIC, List.of(), List.of(new CreateModel(owner("Owner")))),
            MigrationNode.of(WARD, List.of(CLINIC), List.of(new CreateModel(BED))),
            MigrationNode.of(WARD_AGAIN, List.of(WARD), List.of(new RemoveField("Bed", "owner")))));

    private static ModelState owner(String name) {
        return model(name).table("people").fields(bigint("id").primaryKey());
    }

    private static MigrationNode detect(ProjectState to) {
        AnswersQuestioner questioner = new AnswersQuestioner(Map.of("rename clinic.Owner to Client", "yes"));
        return Autodetector.detect(HISTORY, to, questioner, AutodetectOptions.defaults())
                .byApp()
                .get("clinic")
                .get(0);
    }

    private static ProjectState withoutOwner() {
        return new DeleteModel("Owner").apply("clinic", HISTORY.states().atEnd());
    }

    @Test
    void renamesModelAfterTheHistoryOfAllWhoReferredToIt() {
        Operation rename = new RenameModel("Owner", "Client");
        MigrationNode made = detect(rename.apply("clinic", HISTORY.states().atEnd()));
        assertThat(made.operations().get()).containsExactly(rename);
        assertThat(made.dependencies()).containsExactlyInAnyOrder(CLINIC, WARD_AGAIN);
    }

    @Test
    void deletesModelAfterTheHistoryOfAllWhoReferredToIt() {
        MigrationNode made = detect(withoutOwner());
        assertThat(made.operations().get()).containsExactly(new DeleteModel("Owner"));
        assertThat(made.dependencies()).containsExactlyInAnyOrder(CLINIC, WARD_AGAIN);
    }

    @Test
    void replaysSuchHistoryFromNothing() {
        MigrationNode made = detect(withoutOwner());
        List<MigrationNode> all = new ArrayList<>(HISTORY.order());
        all.add(made);
        assertThat(MigrationGraph.of(all).order()).endsWith(made);
    }

    @Test
    void renamesAndRemovesFieldsAfterTheHistoryOfAllWhoReferredToThem() {
        MigrationKey code = MigrationKey.parse("clinic.0002_owner_code");
        ModelState stay = model("Stay")
                .fields(
                        bigint("id").primaryKey(),
                        reference("payer", "clinic.Owner").toFields("code"));
        MigrationKey payer = MigrationKey.parse("ward.0003_stay");
        MigrationKey nobody = MigrationKey.parse("ward.0004_delete_stay");
        List<MigrationNode> all = new ArrayList<>(HISTORY.order());
        all.add(MigrationNode.of(
                code,
                List.of(CLINIC),
                List.of(
                        new AddField("Owner", varchar("code", 10).unique(), value("")),
                        new AddField("Owner", varchar("note", 10).nullable()))));
        all.add(MigrationNode.of(payer, List.of(WARD_AGAIN, code), List.of(new CreateModel(stay))));
        all.add(MigrationNode.of(nobody, List.of(payer), List.of(new DeleteModel("Stay"))));
        MigrationGraph history = MigrationGraph.of(all);

        assertThat(dependencies(history, new RemoveField("Owner", "code"))).containsExactly(code, nobody);
        assertThat(dependencies(history, new RenameField("Owner", "code", "number")))
                .containsExactly(code, nobody);
        assertThat(dependencies(history, new RemoveField("Owner", "note"))).containsExactly(code);
    }

    private static List<MigrationKey> dependencies(MigrationGraph history, Operation change) {
        MigrationNode made = Autodetector.detect(
                        history,
                        change.apply("clinic", history.states().atEnd()),
                        new Agreeing(),
                        AutodetectOptions.defaults())
                .byApp()
                .get("clinic")
                .get(0);
        assertThat(made.operations().get()).containsExactly(change);
        return made.dependencies();
    }
}
