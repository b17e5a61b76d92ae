package io.kuaka.hibernate.entity;

import io.kuaka.annotations.RenamedFrom;
import io.kuaka.hibernate.draft.Columns;
import io.kuaka.hibernate.draft.Components;
import io.kuaka.hibernate.draft.Draft;
import io.kuaka.hibernate.draft.Drafts;
import io.kuaka.hibernate.draft.EntityNames;
import io.kuaka.hibernate.draft.FieldDraft;
import io.kuaka.hibernate.draft.Members;
import io.kuaka.hibernate.line.HibernateLine;
import io.kuaka.state.ModelKey;
import io.kuaka.state.fact.Meaning;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.jspecify.annotations.Nullable;

/** Finds the old names in {@link RenamedFrom} of entities, attributes and the tables of collections. */
public final class RenameHintReader {
    private final Map<String, String> hints = new TreeMap<>();
    private final Drafts drafts;

    private RenameHintReader(Drafts drafts) {
        this.drafts = drafts;
    }

    /** Returns the old names by the new ones: of a model, or of a field as in {@code catalog.Book.title}. */
    public static Map<String, String> of(MetadataImplementor metadata, Drafts drafts) {
        RenameHintReader hints = new RenameHintReader(drafts);
        for (PersistentClass entity : ModelPlan.entities(metadata)) {
            if (entity.getMappedClass() != null) {
                drafts.find(entity.getTable()).ifPresent(draft -> hints.entity(entity, draft));
            }
        }
        ModelPlan.collections(metadata).forEach(hints::collection);
        drafts.all().forEach(draft -> draft.fields().forEach(field -> hints.constants(metadata, draft, field)));
        return Map.copyOf(hints.hints);
    }

    private void entity(PersistentClass entity, Draft draft) {
        RenamedFrom renamed = entity.getMappedClass().getDeclaredAnnotation(RenamedFrom.class);
        if (renamed != null) {
            hints.put(new ModelKey(draft.key().app(), EntityNames.of(entity)).toString(), renamed.value());
            discriminator(entity, renamed.value());
        }
        fields(draft, "", entity.getMappedClass());
        fields(draft, EntityNames.of(entity) + ".", entity.getMappedClass());
        entity.getJoins()
                .forEach(join -> drafts.find(join.getTable(), join).ifPresent(part -> join(entity, join, part)));
    }

    /** Rows have the name of their class, unless the class states another value. */
    private void discriminator(PersistentClass entity, String formerName) {
        String name = EntityNames.of(entity);
        if (entity.getDiscriminator() == null || !name.equals(entity.getDiscriminatorValue())) {
            return;
        }
        List<Column> columns = Columns.of(entity.getDiscriminator());
        String former = formerName.substring(formerName.lastIndexOf('.') + 1);
        drafts.find(entity.getRootTable()).ifPresent(draft -> draft.fields().stream()
                .filter(field -> field.columns().equals(columns))
                .forEach(field -> hints.put(draft.key() + "." + field.name() + "=" + name, former)));
    }

    private void join(PersistentClass entity, Join join, Draft draft) {
        fields(draft, "", entity.getMappedClass());
        JoinTables.association(entity, join)
                .ifPresent(property -> model(draft, entity.getMappedClass(), property.getName()));
    }

    private void collection(Collection collection) {
        Class<?> owner = collection.getOwner().getMappedClass();
        drafts.find(collection.getCollectionTable(), collection).ifPresent(draft -> {
            model(draft, owner, ModelPlan.attributePath(collection));
            if (collection.getElement() instanceof Component component) {
                fields(draft, "element.", Components.type(component));
            }
        });
    }

    /** Rows have the names of constants, or their positions, or what a converter makes of them. */
    private void constants(MetadataImplementor metadata, Draft draft, FieldDraft field) {
        Column column = field.columns().get(0);
        if (field.type() == null || !(column.getValue() instanceof BasicValue)) {
            return;
        }
        String place = draft.key() + "." + field.name() + "=";
        boolean isNamed = field.type().family().isEnumeration()
                || (field.meaning() != null && field.meaning().kind() == Meaning.Kind.CONSTANTS);
        Class<?> type = HibernateLine.adapter()
                .typeOf(column, metadata)
                .getMappedJavaType()
                .getJavaTypeClass();
        for (Field constant : isNamed ? type.getFields() : new Field[0]) {
            RenamedFrom renamed = constant.getAnnotation(RenamedFrom.class);
            if (constant.isEnumConstant() && renamed != null) {
                hints.put(place + constant.getName(), renamed.value());
            }
        }
        StorageReader.converter(column, metadata).ifPresent(converter -> {
            RenamedFrom renamed = converter.getDeclaredAnnotation(RenamedFrom.class);
            if (renamed != null && !isNamed) {
                hints.put(place + StorageReader.name(converter), renamed.value());
            }
        });
    }

    /** The name of an attribute's table ends with the attribute's name. */
    private void model(Draft draft, Class<?> owner, String path) {
        String name = draft.key().name();
        String prefix = name.substring(0, name.length() - path.length());
        oldPath(owner, path).ifPresent(old -> hints.put(draft.key().toString(), prefix + old));
    }

    private void fields(Draft draft, String prefix, @Nullable Class<?> type) {
        for (FieldDraft field : draft.fields()) {
            if (field.name().startsWith(prefix)) {
                oldPath(type, field.name().substring(prefix.length()))
                        .ifPresent(old -> hints.put(draft.key() + "." + field.name(), prefix + old));
            }
        }
    }

    /** Returns the path with the old names of its parts; empty if none was renamed. */
    private static Optional<String> oldPath(@Nullable Class<?> type, String path) {
        List<String> old = new ArrayList<>();
        boolean renamed = false;
        Class<?> current = type;
        for (String part : path.split("\\.", -1)) {
            List<AnnotatedElement> members = Members.of(current, part).toList();
            Optional<String> name = members.stream()
                    .map(member -> member.getAnnotation(RenamedFrom.class))
                    .filter(annotation -> annotation != null)
                    .map(RenamedFrom::value)
                    .findFirst();
            renamed |= name.isPresent();
            old.add(name.orElse(part));
            current = members.isEmpty() ? null : type(members.get(0));
        }
        return renamed ? Optional.of(String.join(".", old)) : Optional.empty();
    }

    private static @Nullable Class<?> type(AnnotatedElement member) {
        return member instanceof Field field
                ? field.getType()
                : member instanceof Method method ? method.getReturnType() : null;
    }
}
