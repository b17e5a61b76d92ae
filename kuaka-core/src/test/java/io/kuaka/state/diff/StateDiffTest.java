package io.kuaka.state.diff;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.diff.ModelDiff.Attribute;
import io.kuaka.testing.StateVariants;
import io.kuaka.testing.StateVariants.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The law of differences, for whatever a state is made of, and what they say. */
class StateDiffTest {
    private static final ModelKey BOOK = new ModelKey("shop", "Book");
    private static final ModelState BEFORE = model("Book")
            .fields(bigint("id").primaryKey(), varchar("title", 100), integer("pages"))
            .comment("Made of paper");

    static List<Variant> variants() {
        return StateVariants.all();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void theDifferenceIsEmptyExactlyWhenTheStatesAreEqual(Variant each) {
        StateDiff difference = StateDiff.between(each.before(), each.after());

        assertThat(difference.isEmpty()).isFalse();
        assertThat(difference.keys()).isNotEmpty();
        assertThat(difference.models().altered())
                .allSatisfy(key -> assertThat(difference.model(key).isEmpty()).isFalse());
        assertThat(StateDiff.between(each.after(), each.before()).keys()).isEqualTo(difference.keys());
        assertThat(StateDiff.between(each.after(), each.after()).isEmpty()).isTrue();
    }

    @Test
    void whatIsInOneStateOnlyIsAddedOrRemoved() {
        ProjectState none = ProjectState.empty();
        ProjectState one = none.withModel("shop", BEFORE);

        assertThat(StateDiff.between(none, one).models().added()).containsExactly(BOOK);
        assertThat(StateDiff.between(one, none).models().removed()).containsExactly(BOOK);
        assertThat(StateDiff.between(none, one).model(BOOK).fields().added()).containsExactly("id", "title", "pages");
        assertThat(StateDiff.between(one, none).model(BOOK).attributes())
                .containsExactly(Attribute.NAME, Attribute.TABLE, Attribute.KEY_ORDER, Attribute.COMMENT);
    }

    @Test
    void onlyTheOrderOfAPrimaryKeyIsCompared() {
        ModelState first = model("Berth")
                .fields(integer("pier").primaryKey(), integer("row").primaryKey(), integer("depth"));
        ModelState turned = model("Berth")
                .fields(integer("row").primaryKey(), integer("pier").primaryKey(), integer("depth"));
        ModelState moved = model("Berth")
                .fields(
                        integer("depth"),
                        integer("pier").primaryKey(),
                        integer("row").primaryKey());

        assertThat(ModelDiff.between(first, turned).attributes()).containsExactly(Attribute.KEY_ORDER);
        assertThat(ModelDiff.between(first, turned).fields().isEmpty()).isTrue();
        assertThat(moved).isEqualTo(first).isNotEqualTo(turned);
    }

    @Test
    void whatIsInBothStatesIsComparedPieceByPiece() {
        ModelState now = model("Book")
                .fields(bigint("id").primaryKey(), varchar("title", 200), integer("year"))
                .comment("Made of paper");
        ModelDiff difference = ModelDiff.between(BEFORE, now);

        assertThat(difference.attributes()).isEmpty();
        assertThat(difference.fields().altered()).containsExactly("title");
        assertThat(difference.fields().removed()).containsExactly("pages");
        assertThat(difference.fields().added()).containsExactly("year");
        assertThat(difference.fields().before().get("title")).isEqualTo(varchar("title", 100));
        assertThat(difference.fields().after().get("title")).isEqualTo(varchar("title", 200));
        assertThat(difference.indexes().isEmpty()).isTrue();
    }

    @Test
    void theOrderOfFieldsMakesNoDifference() {
        ModelState turned = model("Book")
                .fields(integer("pages"), varchar("title", 100), bigint("id").primaryKey())
                .comment("Made of paper");

        assertThat(ModelDiff.between(BEFORE, turned).isEmpty()).isTrue();
    }

    /** An index by the tenant was dropped and made again, because the other attribute of its column came first now. */
    @Test
    void whichOfTwoFieldsWithOneColumnAnIndexNamesMakesNoDifference() {
        ModelState fields = model("Book")
                .fields(
                        bigint("id").primaryKey(),
                        integer("tenantId").column("tenant_id"),
                        reference("tenant", "users.Tenant"),
                        varchar("slug", 40));
        ModelState was = fields.indexes(index("by_tenant").on("tenant", "-slug"))
                .constraints(unique("of_tenant").on("tenant", "slug"));
        ModelState now = fields.indexes(index("by_tenant").on("tenantId", "-slug"))
                .constraints(unique("of_tenant").on("tenantId", "slug"));
        ModelState changed = fields.indexes(index("by_tenant").on("tenantId", "slug"))
                .constraints(unique("of_tenant").on("tenantId"));

        assertThat(spelled(was, now)).isEqualTo(was);
        assertThat(spelled(now, was)).isEqualTo(now);
        assertThat(spelled(was, changed)).isEqualTo(changed);
    }

    /** A one-to-one reference has two constraints, of which the second one lost its name. */
    @Test
    void aUniqueReferenceKeepsTheNamesOfBothConstraints() {
        ModelState was = model("Book")
                .fields(
                        bigint("id").primaryKey(),
                        reference("tenant", "users.Tenant").foreignKey("FK4711"))
                .constraints(unique("UK0815").on("tenant"));
        ModelState now = model("Book")
                .fields(
                        bigint("id").primaryKey(),
                        reference("tenant", "users.Tenant").unique());

        assertThat(spelled(was, now)).isEqualTo(was);
    }

    private static ModelState spelled(ModelState was, ModelState now) {
        ModelState tenant = model("Tenant").fields(integer("id").primaryKey());
        ProjectState others = ProjectState.empty().withModel("users", tenant);
        return KeptNames.in(others.withModel("shop", was), others.withModel("shop", now))
                .model(ModelKey.parse("shop.Book"));
    }
}
