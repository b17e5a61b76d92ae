package io.kuaka.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.hibernate.discovery.TableOwnership;
import io.kuaka.state.Fields;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tables that another tool goes on to manage, named by a setting. */
class UnmanagedTablesTest {
    @Entity(name = "Customer")
    @Table(name = "crm_customer")
    @SecondaryTable(name = "customer_note")
    static class Customer {
        @Id
        @GeneratedValue
        long id;

        @Column(table = "customer_note")
        String note;

        @ElementCollection
        Set<String> phones;
    }

    @Entity(name = "Invoice")
    @Table(schema = "billing")
    static class Invoice {
        @Id
        @GeneratedValue
        long id;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Customer customer;

        @ManyToMany
        Set<Invoice> corrected;
    }

    @Entity(name = "Order")
    @Table(name = "purchase")
    static class Order {
        @Id
        long id;

        @ManyToOne
        Customer by;
    }

    private static ProjectState read(String... patterns) {
        return Reading.read(ReaderSettings.of(Customer.class, Invoice.class)
                .withOwnership(new TableOwnership(null, List.of(patterns))));
    }

    private static Set<String> names(Set<ModelKey> keys) {
        return keys.stream().map(ModelKey::name).collect(Collectors.toSet());
    }

    @Test
    void excludesAnEntityWithAllThatBelongsToIt() {
        ProjectState state = read("CRM_*");

        assertThat(names(state.models().keySet())).containsExactlyInAnyOrder("Invoice", "Invoice.corrected");
        assertThat(names(state.sequences().keySet())).containsExactly("Invoice_SEQ");
        assertThat(state.model(Reading.key("Invoice")).fields()).containsKey("customer");
    }

    @Test
    void excludesOneTableOfManyAndLeavesItsEntity() {
        assertThat(names(read("customer_phones", "customer_note").models().keySet()))
                .containsExactlyInAnyOrder("Customer", "Invoice", "Invoice.corrected");
    }

    @Test
    void knowsTablesByTheirSchema() {
        assertThat(names(read("billing.*").models().keySet()))
                .containsExactlyInAnyOrder("Customer", "Customer.customer_note", "Customer.phones");
    }

    @Test
    void knowsTheSchemaOfTablesThatNameNone() {
        assertThat(names(Reading.read(ReaderSettings.of(Customer.class, Invoice.class)
                                .withOwnership(new TableOwnership(null, List.of("audit.*")))
                                .withProperty("hibernate.default_schema", "audit"))
                        .models()
                        .keySet()))
                .containsExactlyInAnyOrder("Invoice");
    }

    /** Their migrations would be undone otherwise, and the tables dropped. */
    @Test
    void saysOfAHistoryWhichTablesAreLeftToOthers() {
        ProjectState history = read();
        HibernateModelReader reader = new HibernateModelReader(ReaderSettings.of(Customer.class, Invoice.class)
                .withOwnership(new TableOwnership(null, List.of("CRM_*", "billing.gone", "BÜRO.*"))));

        assertThat(history.models().values().stream()
                        .filter(reader::leavesToOthers)
                        .map(ModelState::name))
                .containsExactlyInAnyOrder("Customer", "Customer.customer_note", "Customer.phones");
        assertThat(reader.leavesToOthers(Fields.model("Gone").table("`Gone`").schema("billing")))
                .isTrue();
        assertThat(reader.leavesToOthers(Fields.model("Gone").schema("`BÜRO`"))).isTrue();
    }

    @Test
    void refusesForeignKeysToThem() {
        assertThat(Reading.problems(ReaderSettings.of(Customer.class, Order.class)
                        .withOwnership(new TableOwnership(null, List.of("crm_customer")))))
                .singleElement()
                .asString()
                .startsWith("Entity \"Order\", attribute \"by\"")
                .contains(
                        "\"Customer\", whose table is managed elsewhere (@Unmanaged, or",
                        "ConstraintMode.NO_CONSTRAINT");
    }
}
