package io.kuaka.entity;

import static io.kuaka.entity.Jpa.hibernate;
import static io.kuaka.entity.Jpa.jakarta;

import io.kuaka.entity.AnnotationText.Annotation;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import io.kuaka.state.OnDelete;
import io.kuaka.state.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The annotations that say by which columns and foreign keys a table refers to others. */
record JoinColumns(Entities entities, ModelState model) {
    private static final AnnotationText FALSE = AnnotationText.code("false");

    /** Returns the annotations of an association. */
    List<Annotation> of(Field field, boolean isOwner) {
        List<Annotation> annotations = new ArrayList<>();
        List<Annotation> columns = new ArrayList<>();
        for (int i = 0; i < field.columns().size(); i++) {
            columns.add(column(field, i, isOwner));
        }
        Optional<Annotation> key = foreignKey(field);
        if (columns.size() == 1) {
            annotations.add(
                    key.map(each -> columns.get(0).with("foreignKey", each)).orElse(columns.get(0)));
        } else {
            Annotation all = jakarta("JoinColumns").with("value", new AnnotationText.Array(List.copyOf(columns)));
            annotations.add(key.map(each -> all.with("foreignKey", each)).orElse(all));
        }
        OnDelete action = field.requireReference().onDelete();
        if (action != OnDelete.NO_ACTION) {
            annotations.add(hibernate("OnDelete")
                    .with("action", AnnotationText.member(Jpa.HIBERNATE + "OnDeleteAction", action.name())));
        }
        return annotations;
    }

    /** Returns the one column by which a join table refers. */
    Annotation joined(Field field) {
        Annotation column = jakarta("JoinColumn").with("name", field.columns().get(0));
        return foreignKey(field).map(key -> column.with("foreignKey", key)).orElse(column);
    }

    /** Returns an annotation with the name and schema of the table. */
    Annotation table(Annotation table) {
        Annotation named = table.with("name", model.table());
        return model.schema() == null ? named : named.with("schema", model.schema());
    }

    private Annotation column(Field field, int i, boolean isOwner) {
        String name = field.columns().get(i);
        Annotation column = jakarta("JoinColumn").with("name", name);
        Reference reference = field.requireReference();
        boolean isNamed = field.columns().size() > 1 || !reference.targets().isEmpty();
        if (isNamed) {
            List<String> targets = reference.targetFields(entities.state()).stream()
                    .flatMap(target -> target.columns().stream())
                    .toList();
            column = column.with("referencedColumnName", targets.get(i));
        }
        column = isNullable(field, name) ? column : column.with("nullable", FALSE);
        Optional<String> definition = definitionInKey(field);
        column = definition.isPresent() ? column.with("columnDefinition", definition.get()) : column;
        String comment = isOwner && entities.options().isJakarta32() ? field.comment() : null;
        column = comment == null ? column : column.with("comment", comment);
        return isOwner ? column : column.with("insertable", FALSE).with("updatable", FALSE);
    }

    /**
     * Hibernate takes the type of a reference within a key from the class of the key, which tells neither lengths nor types
     * in the database's own words.
     */
    private Optional<String> definitionInKey(Field field) {
        boolean isPart = field.isPrimaryKey()
                && model.primaryKey().size() > 1
                && field.columns().size() == 1;
        ColumnType type = entities.columnType(field);
        return isPart && !BasicType.of(type).isSaidByClass()
                ? Optional.of(entities.words().apply(type))
                : Optional.empty();
    }

    private boolean isNullable(Field field, String column) {
        return model.fields().values().stream()
                .filter(each -> each.columns().equals(List.of(column)))
                .findFirst()
                .orElse(field)
                .isNullable();
    }

    private Optional<Annotation> foreignKey(Field field) {
        Reference reference = field.requireReference();
        String name = reference.constraintName();
        Annotation key = jakarta("ForeignKey");
        if (name != null && !name.equals(Names.foreignKey(model.table(), field.columns()))) {
            key = key.with("name", name);
        }
        key = reference.isDeferred()
                ? key.with("foreignKeyDefinition", definition(field) + " deferrable initially deferred")
                : key;
        return key.arguments().isEmpty() ? Optional.empty() : Optional.of(key);
    }

    private String definition(Field field) {
        return "foreign key (" + String.join(", ", field.columns()) + ") references "
                + entities.model(field.requireReference().to()).table();
    }
}
