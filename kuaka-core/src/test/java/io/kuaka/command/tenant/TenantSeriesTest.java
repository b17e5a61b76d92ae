package io.kuaka.command.tenant;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.character;
import static io.kuaka.state.Fields.enumeration;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.json;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import io.kuaka.operation.WrittenCode;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantSeriesTest {
    private static final ModelKey TENANT = ModelKey.parse("users.Tenant");

    private static ProjectState tenants(Field... more) {
        List<Field> fields = new ArrayList<>(List.of(
                bigint("id").primaryKey().identity(), varchar("slug", 40).unique()));
        fields.addAll(List.of(more));
        return ProjectState.empty().withModel("users", model("Tenant").fields(fields.toArray(Field[]::new)));
    }

    private static TenantSeries series(ProjectState state) {
        return new TenantSeries(
                state,
                new AdoptTenant.Options(
                        List.of(ModelKey.parse("wiki.Page")), TENANT, "tenant", null, "main-shop", true));
    }

    private static String creation(Field... more) {
        RunJava creation =
                (RunJava) series(tenants(more)).assigned("wiki", List.of()).get(0);
        return String.join("\n", ((WrittenCode) creation.forward()).lines());
    }

    private static List<String> tenantFirst(ProjectState state) {
        return series(state).tenantFirst(List.of(ModelKey.parse("wiki.Page"))).stream()
                .map(Operation::describe)
                .toList();
    }

    @Test
    void theDefaultTenantHasItsSlugInTextsThatHoldIt() {
        assertThat(creation(varchar("name", 9), bool("active"), integer("pages")))
                .isEqualTo("""
                        models.get("users.Tenant").getOrCreate(
                                Map.of("slug", "main-shop"),
                                Map.of("name", "main-shop", "active", false, "pages", 0));""");
    }

    @Test
    void valuesThatNobodyCanGuessAreLeftToBeWritten() {
        String code = creation(
                enumeration("plan", "FREE", "PAID"), json("settings"), varchar("code", 8), character("country", 2));

        assertThat(code)
                .contains(
                        "if (models != null) throw new UnsupportedOperationException(\"The default tenant needs a value"
                                + " for plan, settings, code, country\");")
                .endsWith("Map.of());");
    }

    @Test
    void manyValuesAreEntries() {
        List<Field> many = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            many.add(bool("flag" + i));
        }

        assertThat(creation(many.toArray(Field[]::new)))
                .contains("Map.ofEntries(Map.entry(\"flag0\", false), ", "Map.entry(\"flag10\", false)));");
    }

    @Test
    void aUniqueReferenceStaysOneToOne() {
        ProjectState state = tenants()
                .withModel("wiki", model("Author").fields(bigint("id").primaryKey()))
                .withModel(
                        "wiki",
                        model("Page")
                                .fields(
                                        bigint("id").primaryKey(),
                                        reference("author", "wiki.Author").unique(),
                                        varchar("slug", 40).unique()));

        assertThat(tenantFirst(state))
                .containsExactly("Alter field slug on Page", "Create constraint page_tenant_id_slug_key on model Page");
    }

    @Test
    void whatAnotherModelRefersToStaysUniqueByItself() {
        ProjectState state = tenants()
                .withModel(
                        "wiki",
                        model("Page")
                                .fields(
                                        bigint("id").primaryKey(),
                                        varchar("slug", 40),
                                        varchar("language", 5),
                                        varchar("code", 5))
                                .indexes(
                                        index("page_code_idx").on("code").unique(),
                                        index("page_slug_idx").on("slug").unique(),
                                        index("page_plain_idx").on("code"))
                                .constraints(unique("page_language_slug_key").on("language", "slug")))
                .withModel(
                        "wiki",
                        model("Note")
                                .fields(
                                        bigint("id").primaryKey(),
                                        reference("page", "wiki.Page").toFields("slug", "language"),
                                        reference("code", "wiki.Page").toFields("code")));

        assertThat(tenantFirst(state))
                .containsExactly(
                        "Remove index page_slug_idx from Page",
                        "Create index page_slug_idx on field(s) tenant, slug of model Page",
                        "Remove index page_plain_idx from Page",
                        "Create index page_plain_idx on field(s) tenant, code of model Page");
    }
}
