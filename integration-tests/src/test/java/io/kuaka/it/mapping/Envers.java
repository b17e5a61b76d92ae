package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.envers.AuditJoinTable;
import org.hibernate.envers.AuditMappedBy;
import org.hibernate.envers.AuditOverride;
import org.hibernate.envers.AuditOverrides;
import org.hibernate.envers.AuditTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.CollectionAuditTable;
import org.hibernate.envers.ModifiedEntityNames;
import org.hibernate.envers.NotAudited;
import org.hibernate.envers.RelationTargetAuditMode;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;
import org.hibernate.envers.SecondaryAuditTable;
import org.hibernate.envers.SecondaryAuditTables;

/** The tables in which Envers keeps what was before. */
public final class Envers {
    private Envers() {}

    @Entity(name = "Change")
    @Table(name = "changes")
    @RevisionEntity
    static class Change {
        @Id
        @GeneratedValue
        @RevisionNumber
        long id;

        @RevisionTimestamp
        long moment;

        @Column(length = 60)
        String author;

        @ModifiedEntityNames
        @ElementCollection
        Set<String> entities;
    }

    @MappedSuperclass
    static class Named {
        @Column(length = 80)
        String name;

        String secret;
    }

    @Embeddable
    static class Place {
        String street;

        String town;
    }

    @Entity(name = "House")
    @Audited
    @AuditTable("house_log")
    @AuditOverrides({
        @AuditOverride(forClass = Named.class, name = "name", isAudited = true),
        @AuditOverride(forClass = Named.class, name = "secret", isAudited = false)
    })
    @SecondaryTable(name = "house_plan")
    @SecondaryAuditTables(
            @SecondaryAuditTable(secondaryTableName = "house_plan", secondaryAuditTableName = "house_plan_log"))
    static class House extends Named {
        @Id
        long id;

        @Embedded
        Place place;

        @Column(table = "house_plan")
        String plan;

        @NotAudited
        String gossip;

        @Audited(withModifiedFlag = true)
        Integer rooms;

        @ManyToOne
        @Audited(targetAuditMode = RelationTargetAuditMode.NOT_AUDITED)
        Architect architect;

        @OneToMany
        @JoinColumn(name = "house_id")
        @AuditMappedBy(mappedBy = "house")
        List<Door> doors;

        @OneToMany
        @JoinColumn(name = "owned_house")
        @AuditJoinTable(name = "house_window_log", inverseJoinColumns = @JoinColumn(name = "window_id"))
        Set<Pane> panes;

        @ManyToMany
        @JoinTable(name = "house_tenant")
        List<Tenant> tenants;

        @ElementCollection
        @CollectionAuditTable(name = "house_nickname_log")
        Set<String> nicknames;

        @ElementCollection
        @OrderColumn(name = "place_number")
        List<Place> annexes;

        @ElementCollection
        @MapKeyColumn(name = "language", length = 5)
        Map<String, String> labels;
    }

    @Entity(name = "Architect")
    static class Architect {
        @Id
        long id;
    }

    @Entity(name = "Door")
    @Audited
    static class Door {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(name = "house_id", insertable = false, updatable = false)
        House house;
    }

    @Entity(name = "Pane")
    @Audited
    static class Pane {
        @Id
        long id;
    }

    @Entity(name = "Tenant")
    @Audited
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Tenant {
        @Id
        long id;

        String name;
    }

    @Entity(name = "Company")
    @Audited
    static class Company extends Tenant {
        String register;
    }
}
