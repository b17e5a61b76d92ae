package io.kuaka.hibernate.generator;

import io.kuaka.hibernate.adapter.HibernateAdapter;
import io.kuaka.hibernate.boot.NativeIdGenerator;
import io.kuaka.hibernate.discovery.Apps;
import io.kuaka.hibernate.draft.Draft;
import io.kuaka.hibernate.draft.Drafts;
import io.kuaka.hibernate.draft.EntityNames;
import io.kuaka.hibernate.draft.Identifiers;
import io.kuaka.hibernate.draft.Origin;
import io.kuaka.hibernate.draft.Problems;
import io.kuaka.hibernate.entity.ModelPlan;
import io.kuaka.hibernate.entity.TableOwners;
import io.kuaka.hibernate.entity.UnassignedTablesException;
import io.kuaka.hibernate.entity.UnmanagedTables;
import io.kuaka.hibernate.line.HibernateLine;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.id.CompositeNestedGeneratedValueGenerator;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sequences and tables from which generators take their numbers, and their apps: that of the first entity, by
 * name, that uses them.
 */
public final class GeneratorReader {
    private final HibernateAdapter adapter = HibernateLine.adapter();
    private final MetadataImplementor metadata;
    private final Apps apps;
    private final UnmanagedTables unmanaged;
    private final Problems problems;
    private final Map<String, PersistentClass> users = new TreeMap<>();
    private final NumberedColumns numbered = new NumberedColumns();

    public GeneratorReader(MetadataImplementor metadata, Apps apps, UnmanagedTables unmanaged, Problems problems) {
        this.metadata = metadata;
        this.unmanaged = unmanaged;
        this.apps = apps;
        this.problems = problems;
        metadata.getEntityBindings().stream()
                .sorted(Comparator.<PersistentClass, Boolean>comparing(unmanaged::cover)
                        .thenComparing(PersistentClass::getEntityName))
                .filter(RootClass.class::isInstance)
                .forEach(entity -> note(entity, entity.getIdentifier(), NumberedColumns.tablesOf(entity)));
        for (Collection collection : ModelPlan.collections(metadata)) {
            if (collection instanceof IdentifierCollection identified && !unmanaged.cover(collection)) {
                note(collection.getOwner(), identified.getIdentifier(), List.of(collection.getCollectionTable()));
            }
        }
    }

    private void note(PersistentClass entity, KeyValue identifier, List<Table> tables) {
        RootClass root = entity.getRootClass();
        @Nullable Generator generator = adapter.generatorOf(identifier, root, metadata);
        if (generator instanceof CompositeNestedGeneratedValueGenerator composite) {
            List<Property> parts = ((Component) identifier).getProperties();
            adapter.partsOf(composite)
                    .forEach((index, part) -> note(entity, parts.get(index).getValue(), tables, part));
        } else {
            note(entity, identifier, tables, generator);
        }
    }

    private void note(PersistentClass entity, Value identifier, List<Table> tables, @Nullable Generator generator) {
        @Nullable String nativeSequence = adapter.nativeSequenceOf(generator, metadata);
        if (nativeSequence != null) {
            users.putIfAbsent(nativeSequence, entity);
            numbered.addNative(tables, identifier, nativeSequence);
        } else if (generator instanceof NativeIdGenerator strategy) {
            users.putIfAbsent(nameOf(strategy), entity);
            numbered.addNative(tables, identifier, nameOf(strategy));
        } else if (generator instanceof SequenceStyleGenerator sequence) {
            String name = nameOf(sequence);
            users.putIfAbsent(name, entity);
            numbered.addSequence(tables, identifier, name);
            if (!sequence.getDatabaseStructure().isPhysicalSequence()) {
                Problems found = unmanaged.cover(entity) ? new Problems() : problems;
                found.add(
                        EntityNames.where(entity),
                        "its ids come from the table \"" + name
                                + "\", which must have a row before the first insert."
                                + " Remove \"force_table_use\", or use GenerationType.TABLE.");
            }
        } else if (generator instanceof TableGenerator table) {
            String name = physical(unqualified(table.getTableName()));
            users.putIfAbsent(name, entity);
            numbered.addTable(tables, identifier, name, table);
        }
    }

    private static String nameOf(SequenceStyleGenerator generator) {
        return generator
                .getDatabaseStructure()
                .getPhysicalName()
                .getObjectName()
                .getText();
    }

    /** Generators know their table by the name that a naming strategy may have changed. */
    private String physical(String table) {
        Identifier logical = metadata.getDatabase().toIdentifier(table);
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            Table found = namespace.locateTable(logical);
            if (found != null) {
                return found.getName();
            }
        }
        return table;
    }

    private static String unqualified(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replaceAll("[`\"\\[\\]]", "");
    }

    /**
     * Starts a model for each table without an entity or collection: those of generators and of histories.
     *
     * @throws UnassignedTablesException if some belong to no app
     */
    public void makeDrafts(Drafts drafts) {
        List<String> unassigned = new ArrayList<>();
        TableOwners owners = new TableOwners(metadata);
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            for (Table table : namespace.getTables()) {
                Optional<PersistentClass> owner =
                        owners.of(table).or(() -> Optional.ofNullable(users.get(table.getName())));
                boolean managed = owner.filter(unmanaged::cover).isEmpty() && !unmanaged.cover(table);
                if (managed
                        && ModelPlan.isStored(table)
                        && !table.isAbstract()
                        && drafts.find(table).isEmpty()) {
                    apps.labelOf(owner.map(PersistentClass::getEntityName).orElse(""))
                            .ifPresentOrElse(
                                    app -> drafts.add(new Draft(
                                            new ModelKey(app, table.getName()),
                                            table,
                                            Origin.of(table),
                                            "Table \"" + table.getName() + "\"")),
                                    () -> unassigned.add("\"" + table.getName() + "\""));
                }
            }
        }
        if (!unassigned.isEmpty()) {
            throw new UnassignedTablesException(unassigned);
        }
    }

    /** Returns the state with the sequences of the metadata, and with the generators of fields. */
    public ProjectState addGenerators(ProjectState state, Drafts drafts, @Nullable String defaultSchema) {
        ProjectState more = state;
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            for (org.hibernate.boot.model.relational.Sequence sequence : namespace.getSequences()) {
                String name = sequence.getName().getSequenceName().getText();
                PersistentClass user = users.get(name);
                if (user == null || !unmanaged.cover(user)) {
                    String app = sequenceApp(sequence, user);
                    Sequence made = sequence(sequence, numbered.hasOnlyNativeIds(name), defaultSchema);
                    more = more.withSequence(app, made);
                    numbered.know(name, new ModelKey(app, made.name()));
                }
            }
        }
        return numbered.addTo(more, drafts);
    }

    private String sequenceApp(org.hibernate.boot.model.relational.Sequence sequence, @Nullable PersistentClass user) {
        return apps.labelOf(user == null ? "" : user.getEntityName())
                .orElseThrow(() -> new UnassignedTablesException(
                        List.of("\"" + sequence.getName().getSequenceName().getText() + "\" (a sequence)")));
    }

    private Sequence sequence(
            org.hibernate.boot.model.relational.Sequence sequence,
            boolean isForNativeIds,
            @Nullable String defaultSchema) {
        String name = Identifiers.of(sequence.getName().getSequenceName());
        String options = adapter.optionsOf(sequence);
        if (options != null && !options.isBlank()) {
            problems.add(
                    "Sequence \"" + name + "\"",
                    "the options \"" + options.strip() + "\" can't be expressed in a migration. Remove them, and set"
                            + " them with RunSql.");
        }
        return new Sequence(
                name,
                Identifiers.schema(sequence.getName().getSchemaName(), defaultSchema),
                sequence.getInitialValue(),
                sequence.getIncrementSize(),
                isForNativeIds);
    }
}
