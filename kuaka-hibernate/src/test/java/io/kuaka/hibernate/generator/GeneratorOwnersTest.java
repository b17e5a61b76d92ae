package io.kuaka.hibernate.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.hibernate.Reading;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.hibernate.discovery.TableOwnership;
import io.kuaka.hibernate.shop.users.Tenant;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables and sequences from which ids come belong to the app whose entities take them, whatever they are called. */
class GeneratorOwnersTest {
    private static final Map<String, String> SNAKE_CASE = Map.of(
            "hibernate.physical_naming_strategy",
            "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy");

    @MappedSuperclass
    abstract static class Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "numbers")
        @TableGenerator(
                name = "numbers",
                table = "IdNumbers",
                pkColumnName = "kindOf",
                valueColumnName = "lastOne",
                schema = "counters")
        Long id;
    }

    @Entity(name = "Ticket")
    static class Ticket extends Numbered {}

    @Entity(name = "Voucher")
    static class Voucher {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vouchers")
        @SequenceGenerator(name = "vouchers", sequenceName = "VoucherNumbers")
        Long id;
    }

    @Entity(name = "Plain")
    static class Plain {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;
    }

    @Test
    void aTableBelongsToTheAppWhoseEntitiesUseIt() {
        ProjectState state = Reading.read(settings(Map.of()));

        assertThat(state.models()).containsKeys(key("IdNumbers"), key("hibernate_sequences"));
        assertThat(state.idGenerator(key("Ticket"), state.model(key("Ticket")).field("id")))
                .hasValueSatisfying(generator -> assertThat(generator.source()).isEqualTo(key("IdNumbers")));
        assertThat(state.idGenerator(key("Plain"), state.model(key("Plain")).field("id")))
                .hasValueSatisfying(generator -> assertThat(generator.source()).isEqualTo(key("hibernate_sequences")));
    }

    /** A naming strategy gave the table another name than the generator knows, so it belonged to nobody. */
    @Test
    void namesThatAStrategyChangesAreFound() {
        ProjectState state = Reading.read(settings(SNAKE_CASE));

        assertThat(state.models()).containsKeys(key("id_numbers"), key("hibernate_sequences"));
        assertThat(state.sequences()).containsKey(key("voucher_numbers"));
        assertThat(state.idGenerator(key("Ticket"), state.model(key("Ticket")).field("id")))
                .hasValueSatisfying(generator -> assertThat(generator.source()).isEqualTo(key("id_numbers")));
        assertThat(state.idGenerator(key("Voucher"), state.model(key("Voucher")).field("id")))
                .hasValueSatisfying(generator -> assertThat(generator.source()).isEqualTo(key("voucher_numbers")));
    }

    private static ReaderSettings settings(Map<String, String> properties) {
        return ReaderSettings.of(Ticket.class, Voucher.class, Plain.class, Tenant.class)
                .withOwnership(new TableOwnership("shop", List.of()))
                .withProperties(properties);
    }

    private static ModelKey key(String name) {
        return new ModelKey("generator", name);
    }
}
