package io.kuaka.hibernate;

import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameModel;
import io.kuaka.state.ProjectState;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A table that an entity and a collection have was refused, though Hibernate makes one table of both. */
class SharedTablesTest {
    @Entity(name = "Grant")
    static class Grant {
        @Id
        @Column(length = 36)
        String id;

        @ElementCollection
        @CollectionTable(name = "grant_role", joinColumns = @JoinColumn(name = "grant_id"))
        @Column(name = "role_id")
        Set<String> roleIds;
    }

    /** The same entity once its collection is removed. */
    @Entity(name = "Grant")
    static class BareGrant {
        @Id
        @Column(length = 36)
        String id;
    }

    @Entity(name = "GrantRole")
    @Table(name = "grant_role")
    @IdClass(GrantRole.Key.class)
    static class GrantRole {
        @Id
        @ManyToOne
        @JoinColumn(name = "grant_id")
        Grant grant;

        @Id
        @Column(name = "role_id", length = 36)
        String roleId;

        record Key(Grant grant, String roleId) implements Serializable {}
    }

    @Entity(name = "GrantRole")
    @Table(name = "grant_role")
    @IdClass(RoleOfBareGrant.Key.class)
    static class RoleOfBareGrant {
        @Id
        @ManyToOne
        @JoinColumn(name = "grant_id")
        BareGrant grant;

        @Id
        @Column(name = "role_id", length = 36)
        String roleId;

        record Key(BareGrant grant, String roleId) implements Serializable {}
    }

    @Entity(name = "ShortRole")
    @Table(name = "grant_role")
    static class ShortRole {
        @Id
        String id;
    }

    @Test
    void theModelIsThatOfTheEntity() {
        ProjectState state = Reading.read(Grant.class, GrantRole.class);

        assertThat(state.models()).containsOnlyKeys(Reading.key("Grant"), Reading.key("GrantRole"));
        Reading.assertFields(
                state.model(Reading.key("GrantRole")),
                reference("grant", "hibernate.Grant").primaryKey(),
                varchar("roleId", 36).column("role_id").primaryKey());
    }

    @Test
    void theCollectionIsRemovedWithoutAChangeOfTheTable() {
        assertThat(operations(
                        Reading.read(Grant.class, GrantRole.class),
                        Reading.read(BareGrant.class, RoleOfBareGrant.class),
                        Map.of()))
                .isEmpty();
    }

    @Test
    void theEntityThatIsAddedTakesTheTableOverWithItsRows() {
        ProjectState from = Reading.read(Grant.class);
        ProjectState to = Reading.read(Grant.class, GrantRole.class);
        String question = "rename hibernate.Grant.roleIds to GrantRole";

        assertThatExceptionOfType(OpenQuestionsException.class)
                .isThrownBy(() -> operations(from, to, Map.of()))
                .satisfies(e ->
                        assertThat(e.questions()).extracting(OpenQuestion::key).contains(question));
        assertThat(operations(
                        from,
                        to,
                        Map.of(
                                question,
                                "yes",
                                "rename hibernate.GrantRole.element to roleId",
                                "yes",
                                "default hibernate.GrantRole.roleId",
                                "ignore")))
                .contains(new RenameModel("Grant.roleIds", "GrantRole"), new RenameField("GrantRole", "owner", "grant"))
                .hasAtLeastOneElementOfType(AlterField.class);
    }

    @Test
    void twoEntitiesOfOneTableAreRefusedWithTheWayOut() {
        assertThat(Reading.problems(Grant.class, GrantRole.class, ShortRole.class))
                .singleElement()
                .asString()
                .startsWith("Entity \"ShortRole\": its table \"grant_role\" is also the table of entity \"GrantRole\".")
                .contains("@Unmanaged");
    }

    private static List<Operation> operations(ProjectState from, ProjectState to, Map<String, String> answers) {
        return Autodetector.detect(from, to, Map.of(), new AnswersQuestioner(answers), AutodetectOptions.defaults())
                .values()
                .stream()
                .flatMap(List::stream)
                .flatMap(migration -> migration.operations().get().stream())
                .toList();
    }
}
