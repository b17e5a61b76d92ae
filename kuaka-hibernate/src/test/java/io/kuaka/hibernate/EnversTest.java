package io.kuaka.hibernate;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.tinyint;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.hibernate.discovery.TableOwnership;
import io.kuaka.hibernate.entity.UnassignedTablesException;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.hibernate.envers.Audited;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The tables that Envers adds by itself, named after the class as a nested one is here, and a reading that says nothing of it. */
@Isolated("listens to the loggers of the JVM")
class EnversTest {
    @Entity(name = "Account")
    @Audited
    static class Account {
        @Id
        long id;

        String owner;

        @ElementCollection
        Set<String> notes;
    }

    private static final ReaderSettings SETTINGS = ReaderSettings.of(Account.class);

    @Test
    void putsAuditTablesBesideTheirEntityAndRevisionsIntoTheDefaultApp() {
        ProjectState state = Reading.read(SETTINGS.withOwnership(new TableOwnership("audit", List.of())));

        assertThat(state.models().keySet().stream().map(ModelKey::toString))
                .containsExactly(
                        "audit.DefaultRevisionEntity",
                        "hibernate.Account",
                        "hibernate.Account.notes",
                        "hibernate.Account_notes_AUD",
                        "hibernate.EnversTest$Account_AUD");
        assertThat(state.model(ModelKey.parse("audit.DefaultRevisionEntity")).table())
                .isEqualTo("REVINFO");
        Reading.assertFields(
                state.model(Reading.key("EnversTest$Account_AUD")),
                revision(),
                bigint("originalId.id").primaryKey(),
                tinyint("REVTYPE").nullable(),
                varchar("owner", 255).nullable());
        assertThat(state.model(ModelKey.parse("audit.DefaultRevisionEntity")).field("id"))
                .isEqualTo(integer("id").column("REV").primaryKey().identity().sequence("audit.REVINFO_SEQ"));
        assertThat(state.sequence(ModelKey.parse("audit.REVINFO_SEQ")).isForNativeIds())
                .isTrue();
    }

    @Test
    void knowsWhoseHistoryAnAuditTableKeeps() {
        assertThat(new HibernateModelReader(SETTINGS.withOwnership(new TableOwnership("audit", List.of()))).histories())
                .isEqualTo(Map.of(
                        Reading.key("EnversTest$Account_AUD"),
                        Reading.key("Account"),
                        Reading.key("Account_notes_AUD"),
                        Reading.key("Account.notes")));
    }

    @Test
    void knowsAuditTablesByTheirEntityWhateverTheSettingsNameThem() {
        Map<String, String> settings = Map.of(
                "org.hibernate.envers.audit_table_prefix", "h_", "org.hibernate.envers.audit_table_suffix", "_log");
        HibernateModelReader reader = new HibernateModelReader(
                SETTINGS.withOwnership(new TableOwnership("audit", List.of())).withProperties(settings));

        assertThat(reader.read().models().values())
                .extracting(ModelState::table)
                .contains("h_Account_log", "h_Account_notes_log");
        assertThat(reader.histories().values())
                .containsExactlyInAnyOrder(Reading.key("Account"), Reading.key("Account.notes"));
    }

    private static io.kuaka.state.Field revision() {
        return reference("originalId.REV", "audit.DefaultRevisionEntity")
                .column("REV")
                .primaryKey();
    }

    @Test
    void asksForADefaultAppForTheRevisions() {
        assertThatThrownBy(() -> new HibernateModelReader(SETTINGS).read())
                .isInstanceOf(UnassignedTablesException.class)
                .hasMessageContaining("\"REVINFO\"");
    }

    @Test
    void logsNothing() {
        List<LogRecord> records = new ArrayList<>();
        Handler recorder = new Handler() {
            @Override
            public void publish(LogRecord message) {
                records.add(message);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(recorder);
        try {
            new HibernateModelReader(SETTINGS.withOwnership(new TableOwnership("audit", List.of()))).read();
        } finally {
            root.removeHandler(recorder);
        }
        assertThat(records).extracting(LogRecord::getMessage).isEmpty();
    }
}
