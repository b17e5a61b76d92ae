package io.kuaka.hibernate;

import io.kuaka.state.ProjectState;
import org.hibernate.boot.spi.MetadataImplementor;

/** Makes a project state of Hibernate's metadata: the tables first, then their fields, then everything about them. */
final class StateReader {
    private final ReaderSettings settings;
    private final MetadataImplementor metadata;
    private final GeneratedNames names;
    private final Problems problems = new Problems();
    private final Drafts drafts = new Drafts(problems);

    StateReader(ReaderSettings settings, BootMetadata boot) {
        this.settings = settings;
        this.metadata = boot.metadata();
        this.names = boot.names();
    }

    ProjectState read() {
        Apps apps = Apps.of(settings, metadata);
        new ModelPlan(metadata, apps, drafts).makeDrafts();
        GeneratorReader generators = new GeneratorReader(metadata, apps, problems);
        generators.makeDrafts(drafts);
        problems.throwIfAny();
        readFields();
        problems.throwIfAny();
        ProjectState state = ProjectState.empty();
        String schema = settings.properties().get("hibernate.default_schema");
        for (Draft draft : drafts.all()) {
            state = state.withModel(draft.key().app(), new ModelBuilder(draft, names, problems).build(schema));
        }
        state = generators.addSequences(state, schema);
        problems.throwIfAny();
        return state;
    }

    private void readFields() {
        References references = new References(metadata, drafts, names, problems);
        AttributeReader attributes = new AttributeReader(metadata, references, new ColumnTypes(metadata, problems));
        new EntityReader(metadata, drafts, attributes).readAll();
        new CollectionReader(metadata, drafts, attributes).readAll();
        Leftovers leftovers = new Leftovers(references, attributes);
        drafts.all().forEach(leftovers::read);
    }
}
