package io.kuaka.hibernate;

import io.kuaka.hibernate.boot.BootMetadata;
import io.kuaka.hibernate.boot.GeneratedNames;
import io.kuaka.hibernate.column.ColumnTypes;
import io.kuaka.hibernate.constraint.ModelBuilder;
import io.kuaka.hibernate.constraint.ModelIndexes;
import io.kuaka.hibernate.discovery.Apps;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.hibernate.draft.Draft;
import io.kuaka.hibernate.draft.Drafts;
import io.kuaka.hibernate.draft.Problems;
import io.kuaka.hibernate.entity.AttributeReader;
import io.kuaka.hibernate.entity.AuditTables;
import io.kuaka.hibernate.entity.CollectionReader;
import io.kuaka.hibernate.entity.EntityReader;
import io.kuaka.hibernate.entity.ListPositionReader;
import io.kuaka.hibernate.entity.MeaningReader;
import io.kuaka.hibernate.entity.ModelPlan;
import io.kuaka.hibernate.entity.References;
import io.kuaka.hibernate.entity.RenameHintReader;
import io.kuaka.hibernate.entity.UnmanagedTables;
import io.kuaka.hibernate.entity.UnmappedColumns;
import io.kuaka.hibernate.entity.UnsupportedMappings;
import io.kuaka.hibernate.generator.GeneratorReader;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.fact.ListPosition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.PersistentClass;

/**
 * Converts Hibernate's metadata to a project state: first the tables, then their fields, then everything else about
 * them.
 */
final class StateReader {
    /** The result. */
    record Result(
            ProjectState state,
            Map<String, String> renameHints,
            Map<ModelKey, ModelKey> histories,
            Map<String, List<ListPosition>> listPositions,
            Predicate<ModelState> unmanaged) {}

    private final ReaderSettings settings;
    private final MetadataImplementor metadata;
    private final GeneratedNames names;
    private final UnmanagedTables unmanaged;
    private final Problems problems = new Problems();
    private final Drafts drafts = new Drafts(problems);

    StateReader(ReaderSettings settings, BootMetadata boot) {
        this.settings = settings;
        this.metadata = boot.metadata();
        this.names = boot.names();
        this.unmanaged = new UnmanagedTables(
                settings.ownership().unmanaged(), settings.properties().get("hibernate.default_schema"));
    }

    Result read() {
        new UnsupportedMappings(metadata, settings, unmanaged, problems).find();
        Apps apps = Apps.of(settings, metadata);
        new ModelPlan(metadata, apps, unmanaged, drafts).makeDrafts();
        GeneratorReader generators = new GeneratorReader(metadata, apps, unmanaged, problems);
        generators.makeDrafts(drafts);
        problems.throwIfAny();
        readFields();
        ProjectState state = ProjectState.empty();
        String schema = settings.properties().get("hibernate.default_schema");
        for (Draft draft : drafts.all()) {
            state = state.withModel(draft.key().app(), new ModelBuilder(draft, names, problems).build(schema));
        }
        state = generators.addGenerators(state, drafts, schema);
        state = addModelIndexes(state);
        problems.throwIfAny();
        return new Result(
                state,
                RenameHintReader.of(metadata, drafts),
                AuditTables.of(metadata, drafts),
                ListPositionReader.of(metadata, drafts),
                unmanaged.models(metadata));
    }

    private ProjectState addModelIndexes(ProjectState state) {
        ProjectState more = state;
        for (PersistentClass entity : ModelPlan.entities(metadata)) {
            Optional<Draft> draft = drafts.find(entity.getTable());
            if (draft.isPresent() && entity.getMappedClass() != null) {
                more = more.updateModel(draft.get().key(), model -> ModelIndexes.add(model, entity, problems));
            }
        }
        return more;
    }

    private void readFields() {
        References references = new References(metadata, unmanaged, drafts, names, problems);
        MeaningReader meanings = new MeaningReader(metadata, drafts);
        AttributeReader attributes =
                new AttributeReader(metadata, references, new ColumnTypes(metadata, problems), meanings);
        new EntityReader(metadata, drafts, attributes).readAll();
        new CollectionReader(metadata, drafts, attributes).readAll();
        UnmappedColumns leftovers = new UnmappedColumns(references, attributes);
        drafts.all().forEach(leftovers::read);
        meanings.readAll();
        ListPositionReader.addMeanings(drafts, ListPositionReader.of(metadata, drafts));
    }
}
