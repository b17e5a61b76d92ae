package io.kuaka.hibernate.entity;

import io.kuaka.hibernate.draft.Columns;
import io.kuaka.hibernate.draft.Draft;
import io.kuaka.hibernate.draft.Drafts;
import io.kuaka.hibernate.draft.EntityNames;
import io.kuaka.hibernate.draft.FieldDraft;
import io.kuaka.hibernate.line.HibernateLine;
import io.kuaka.state.fact.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Any;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.descriptor.converter.spi.BasicValueConverter;
import org.jspecify.annotations.Nullable;

/** Finds what values are taken for: the classes of a discriminator, the entities of an {@code @Any}, marks of deleted rows. */
public final class MeaningReader {
    /** A reference to any entity, and the field with its discriminator. */
    private record Discriminated(Draft draft, String field, Any reference) {}

    private final MetadataImplementor metadata;
    private final Drafts drafts;
    private final List<Discriminated> references = new ArrayList<>();

    public MeaningReader(MetadataImplementor metadata, Drafts drafts) {
        this.metadata = metadata;
        this.drafts = drafts;
    }

    /** Notes the field that tells the entity of a reference to any. */
    void note(Draft draft, String field, Any reference) {
        references.add(new Discriminated(draft, field, reference));
    }

    /** Adds to fields what their values are taken for, once all fields are found. */
    public void readAll() {
        for (PersistentClass entity : ModelPlan.entities(metadata)) {
            if (entity.getSuperclass() == null && entity.getDiscriminator() != null) {
                drafts.find(entity.getTable()).ifPresent(draft -> readClasses(draft, entity));
            }
        }
        for (Discriminated each : references) {
            Map<String, String> values = entities(each);
            if (!values.isEmpty()) {
                each.draft().mean(each.field(), new Meaning(Meaning.Kind.ENTITIES, values));
            }
        }
        for (Draft draft : drafts.all()) {
            for (FieldDraft field : draft.fields()) {
                if (field.columns().get(0).getValue() instanceof BasicValue value && value.isSoftDelete()) {
                    draft.mean(
                            field.name(),
                            new Meaning(
                                    Meaning.Kind.SOFT_DELETE,
                                    marks(field.columns().get(0))));
                } else if (field.meaning() == null) {
                    StorageReader.of(field, metadata).ifPresent(meaning -> draft.mean(field.name(), meaning));
                }
            }
        }
    }

    /** A class that is told by null, or by any other value, has no value of its own. */
    private void readClasses(Draft draft, PersistentClass root) {
        List<String> columns = Columns.canonical(Columns.of(root.getDiscriminator()));
        Map<String, String> values = new TreeMap<>();
        for (PersistentClass entity : ModelPlan.entities(metadata)) {
            boolean hasValue = entity.getRootClass().equals(root)
                    && !Boolean.TRUE.equals(entity.isAbstract())
                    && entity.getDiscriminatorValue() != null
                    && !entity.isDiscriminatorValueNull()
                    && !entity.isDiscriminatorValueNotNull();
            if (hasValue) {
                values.put(EntityNames.of(entity), entity.getDiscriminatorValue());
            }
        }
        draft.fields().stream()
                .filter(field -> !values.isEmpty() && field.columnNames().equals(columns))
                .forEach(field -> draft.mean(field.name(), new Meaning(Meaning.Kind.CLASSES, values)));
    }

    private Map<String, String> entities(Discriminated each) {
        Map<String, String> values = new TreeMap<>();
        HibernateLine.adapter().entitiesOf(each.reference()).forEach((value, name) -> {
            PersistentClass entity = metadata.getEntityBinding(name);
            if (entity != null) {
                values.put(nameFor(each.draft(), entity), value);
            }
        });
        for (PersistentClass entity : ModelPlan.entities(metadata)) {
            if (entity.getMappedClass() != null && !Boolean.TRUE.equals(entity.isAbstract())) {
                HibernateLine.adapter()
                        .impliedValue(each.reference(), entity)
                        .ifPresent(value -> values.putIfAbsent(nameFor(each.draft(), entity), value));
            }
        }
        return values;
    }

    /** Returns the name of an entity, with its app if that is another one. */
    private String nameFor(Draft draft, PersistentClass entity) {
        String name = EntityNames.of(entity);
        return drafts.find(entity.getTable())
                .map(target -> target.key().app())
                .filter(app -> !app.equals(draft.key().app()))
                .map(app -> app + "." + name)
                .orElse(name);
    }

    /** A moment, instead of true or false, has no values: rows are active as long as there is none. */
    private Map<String, String> marks(Column column) {
        JdbcMapping type = HibernateLine.adapter().typeOf(column, metadata);
        Map<String, String> marks = new TreeMap<>();
        if (type.getMappedJavaType().getJavaTypeClass() == Boolean.class) {
            marks.put(Meaning.ACTIVE, stored(type, false));
            marks.put(Meaning.DELETED, stored(type, true));
        }
        return marks;
    }

    @SuppressWarnings("unchecked")
    private static String stored(JdbcMapping type, boolean isDeleted) {
        @Nullable
        BasicValueConverter<Object, Object> converter = (BasicValueConverter<Object, Object>) type.getValueConverter();
        return String.valueOf(converter == null ? isDeleted : converter.toRelationalValue(isDeleted));
    }
}
