package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import org.hibernate.annotations.Audited;
import org.hibernate.annotations.Changelog;
import org.hibernate.annotations.Temporal;

/** Tables that keep what rows were before, as Hibernate itself makes them. */
public final class Histories {
    private Histories() {}

    @Entity(name = "Price")
    @Temporal(rowStart = "valid_from", rowEnd = "valid_to", secondPrecision = 3)
    static class Price {
        @Id
        long id;

        @Version
        int version;

        int amount;

        @Temporal.Excluded
        String remark;
    }

    @Entity(name = "Tariff")
    @Temporal
    @Temporal.HistoryTable(name = "former_tariffs")
    static class Tariff {
        @Id
        long id;

        @Column(length = 20)
        String name;
    }

    @Entity(name = "Revision")
    @Changelog
    static class Revision {
        @Id
        @GeneratedValue
        @Changelog.ChangesetId
        Long id;

        @Changelog.Timestamp
        Instant moment;

        @Changelog.ModifiedEntities
        @ElementCollection
        Set<String> entities;
    }

    @Entity(name = "Contract")
    @Audited
    @Audited.Table(name = "contract_log", changesetIdColumn = "changeset", modificationTypeColumn = "modification")
    @SecondaryTable(name = "contract_more")
    @Audited.SecondaryTables(
            @Audited.SecondaryTable(
                    secondaryTableName = "contract_more",
                    secondaryAuditTableName = "contract_more_log"))
    static class Contract {
        @Id
        long id;

        String title;

        @Column(table = "contract_more")
        String more;

        @Audited.Excluded
        String draft;

        @ManyToOne
        Price price;
    }

    @Entity(name = "Agreement")
    @Audited
    static class Agreement {
        @Id
        long id;

        @Audited.CollectionTable(name = "agreement_party_log")
        @ElementCollection
        Set<String> parties;
    }
}
