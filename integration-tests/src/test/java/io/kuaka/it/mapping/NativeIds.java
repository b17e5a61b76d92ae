package io.kuaka.it.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SequenceGenerator;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.NativeGenerator;
import org.hibernate.envers.Audited;

/** Ids that are identities or come from sequences, as each database prefers; those of Envers' own revisions among them. */
@SuppressWarnings({"deprecation", "removal"})
public final class NativeIds {
    private NativeIds() {}

    @Entity(name = "Ledger")
    @Audited
    static class Ledger {
        @Id
        @GeneratedValue(generator = "native")
        @GenericGenerator(name = "native", strategy = "native")
        Long id;

        String title;
    }

    @Entity(name = "Stamp")
    static class Stamp {
        @Id
        @NativeGenerator
        int id;
    }

    @Entity(name = "Coin")
    static class Coin {
        @Id
        @NativeGenerator(sequenceForm = @SequenceGenerator(sequenceName = "coin_numbers", allocationSize = 5))
        Long id;
    }

    @Entity(name = "Medal")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Medal {
        @Id
        @NativeGenerator
        Long id;
    }

    @Entity(name = "Rosette")
    static class Rosette extends Medal {
        int grade;
    }
}
