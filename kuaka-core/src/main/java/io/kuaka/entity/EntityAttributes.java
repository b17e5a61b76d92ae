package io.kuaka.entity;

import static io.kuaka.entity.Jpa.hibernate;
import static io.kuaka.entity.Jpa.jakarta;

import io.kuaka.entity.AnnotationText.Annotation;
import io.kuaka.entity.AnnotationText.Argument;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Reference;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Makes the attributes of one entity. */
final class EntityAttributes {
    private static final AnnotationText FALSE = AnnotationText.code("false");

    private final Entities entities;
    private final ModelKey key;
    private final ModelState model;
    private final List<String> notes;
    private final PlainUniques uniques;
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Attribute> keyParts = new ArrayList<>();
    private final Enumerations enumerations;
    private final Set<String> names = new HashSet<>();
    private final Set<UniqueConstraint> said = new HashSet<>();
    private final boolean hasEmbeddedKey;

    EntityAttributes(Entities entities, ModelKey key, List<String> notes) {
        this.entities = entities;
        this.key = key;
        this.model = entities.model(key);
        this.notes = notes;
        this.uniques = new PlainUniques(model);
        this.enumerations = new Enumerations(
                entities.names(),
                entities.className(key),
                model.fields().values().stream()
                        .filter(field -> !field.isReference())
                        .map(entities::columnType)
                        .toList());
        this.hasEmbeddedKey = isComposite() && entities.options().keys() == EntityOptions.Keys.EMBEDDED;
        if (hasEmbeddedKey) {
            names.add("id");
        }
        build();
    }

    /** Returns the attributes, in the order of the columns; collections come last. */
    List<Attribute> attributes() {
        return attributes;
    }

    /** Returns the attributes of the class of a composite key. */
    List<Attribute> keyParts() {
        return keyParts;
    }

    /** Returns the enumerations that are declared within the class, by their names. */
    Map<String, List<String>> enumerations() {
        return enumerations.all();
    }

    /** Returns whether an attribute says a unique constraint. */
    boolean says(UniqueConstraint unique) {
        return said.contains(unique);
    }

    boolean isComposite() {
        return model.primaryKey().size() > 1;
    }

    private void build() {
        Set<String> taken = columnsOfWholeReferences();
        entities.columnsReferredTo(key).forEach(columns -> uniques.over(columns).ifPresent(this::say));
        for (Field field : model.fields().values()) {
            if (field.isReference()) {
                reference(field, taken);
            } else if (!taken.contains(field.columns().get(0))) {
                basic(field, JavaNames.ofAttribute(plain(field.columns().get(0)), names));
            }
        }
        entities.linksOf(key).forEach(this::collection);
    }

    private static String plain(String column) {
        return column.replace("`", "");
    }

    /** Several columns that refer together, and do nothing else, need no attributes of their own. */
    private Set<String> columnsOfWholeReferences() {
        Set<String> taken = new HashSet<>();
        for (Field field : model.fields().values()) {
            if (isBeside(field)
                    && isReferable(field)
                    && field.columns().stream().allMatch(this::isFree)) {
                taken.addAll(field.columns());
            }
        }
        return taken;
    }

    /** Returns whether a reference is one beside the fields that have its columns; of two with the same, the later one. */
    private boolean isBeside(Field field) {
        List<Field> fields = List.copyOf(model.fields().values());
        return field.isReference()
                && fields.stream()
                        .filter(other -> !other.name().equals(field.name()))
                        .filter(other -> field.columns().containsAll(other.columns()))
                        .anyMatch(other -> !other.isReference()
                                || !other.columns().containsAll(field.columns())
                                || fields.indexOf(other) < fields.indexOf(field));
    }

    private boolean isFree(String column) {
        List<Field> fields = model.fields().values().stream()
                .filter(field -> field.columns().contains(column))
                .toList();
        return fields.size() == 2
                && fields.stream().filter(Field::isReference).count() == 1
                && fields.stream().noneMatch(this::saysMore);
    }

    private boolean isReferable(Field field) {
        return entities.isReferable(field.requireReference().to());
    }

    /** Returns whether a column has what the annotations of an association can't say. */
    private boolean saysMore(Field field) {
        return field.isPrimaryKey()
                || field.isIdentity()
                || field.defaultValue() != null
                || field.generated() != null
                || field.collation() != null
                || field.comment() != null;
    }

    private void basic(Field field, String name) {
        names.add(name);
        List<Annotation> annotations = new ArrayList<>();
        boolean isPart = hasEmbeddedKey && field.isPrimaryKey();
        if (field.isPrimaryKey() && !isPart) {
            annotations.add(jakarta("Id"));
            annotations.addAll(new KeyNumbers(entities.state(), notes).of(model, field, name));
        } else if (field.isIdentity()) {
            notes.add("The database numbers column \"" + field.columns().get(0)
                    + "\", which JPA can say of a single id only.");
        }
        BasicType type = basicType(field);
        annotations.addAll(type.annotations());
        Annotation column = column(field, type, name);
        if (!column.arguments().isEmpty()) {
            annotations.add(column);
        }
        annotations.addAll(parts(field));
        String className = type.className().startsWith("[") || type.className().isEmpty()
                ? enumerations.add(entities.columnType(field), name) + type.className()
                : type.className();
        Attribute attribute = Attribute.of(name, className, annotations);
        if (field.isPrimaryKey() && isComposite()) {
            keyParts.add(isPart ? attribute : Attribute.of(name, className, List.of()));
        }
        if (!isPart) {
            attributes.add(attribute);
        } else if (keyParts.size() == 1) {
            attributes.add(Attribute.of("id", entities.className(key) + "Id", List.of(jakarta("EmbeddedId"))));
        }
    }

    private BasicType basicType(Field field) {
        ColumnType type = entities.columnType(field);
        BasicType newest = enumerations.has(type) ? BasicType.of(type) : enumerations.asWords(type);
        BasicType basic = isNew() ? newest : newest.older();
        if (!enumerations.has(type)) {
            notes.add(
                    "Column \"" + field.columns().get(0) + "\" has the enumeration type "
                            + Enumerations.single(type).requireName()
                            + ", and no class can be called so here. It is text in Java, and migrations don't create the type.");
        }
        if (type.kind() == ColumnType.Kind.SQL) {
            notes.add("Column \"" + field.columns().get(0) + "\" has the type " + type.requireName()
                    + ", which only this database knows.");
        }
        boolean isReadOnly = !field.isPrimaryKey() && (field.generated() != null || field.isIdentity());
        return isReadOnly
                ? basic.with(new Argument("insertable", FALSE)).with(new Argument("updatable", FALSE))
                : basic;
    }

    private Annotation column(Field field, BasicType type, String name) {
        Annotation column = jakarta("Column");
        String columnName = field.columns().get(0);
        column = columnName.equals(name) ? column : column.with("name", columnName);
        column = field.isNullable() || field.isPrimaryKey() ? column : column.with("nullable", FALSE);
        Optional<UniqueConstraint> unique = uniques.over(field.columns())
                .filter(each -> uniques.hasUsualName(each) && !said.contains(each) && !field.isReference());
        if (unique.isPresent()) {
            said.add(unique.get());
            column = column.with("unique", AnnotationText.code("true"));
        }
        for (Argument argument : type.column()) {
            column = column.with(argument.name(), argument.value());
        }
        return field.comment() != null && isNew() ? column.with("comment", field.comment()) : column;
    }

    private boolean isNew() {
        return entities.options().isJakarta32();
    }

    private List<Annotation> parts(Field field) {
        List<Annotation> parts = new ArrayList<>();
        if (field.defaultValue() != null) {
            String value = TableRules.sqlOf(field.defaultValue());
            // Without parentheses it is read as the current_timestamp of all databases.
            parts.add(hibernate("ColumnDefault").with("", value.equalsIgnoreCase("now()") ? "(now())" : value));
        }
        if (field.generated() != null && !field.generated().stored()) {
            notes.add("Column \"" + field.columns().get(0)
                    + "\" is computed when it is read; an entity can only have it stored.");
        }
        if (field.generated() != null) {
            parts.add(hibernate("GeneratedColumn")
                    .with("", TableRules.sqlOf(field.generated().expression())));
        }
        if (field.collation() != null) {
            parts.add(hibernate("Collate").with("", field.collation()));
        }
        if (field.comment() != null && !isNew()) {
            parts.add(hibernate("Comment").with("", field.comment()));
        }
        return parts;
    }

    private void reference(Field field, Set<String> taken) {
        Reference reference = field.requireReference();
        String first = plain(field.columns().get(0));
        if (!isReferable(field)) {
            notes.add("The foreign key over " + field.columns() + " refers to table \""
                    + entities.model(reference.to()).table() + "\", which has no entity with an id.");
            if (!isBeside(field)) {
                basic(field, JavaNames.ofAttribute(first, names));
            }
            return;
        }
        boolean isKey = field.isPrimaryKey();
        boolean isOfKey = reference.targets().isEmpty();
        boolean isWhole = isBeside(field) ? taken.containsAll(field.columns()) : !saysMoreThanKey(field);
        if (isKey && isOfKey && isWhole) {
            keyReference(field);
            return;
        }
        boolean isOwner = isWhole && !isKey;
        if (!isOwner && !isBeside(field)) {
            basic(field, JavaNames.ofAttribute(first, names));
        }
        associate(field, name(field), List.of(), isOwner);
    }

    private boolean saysMoreThanKey(Field field) {
        Field plain = field.withPrimaryKey(false);
        return saysMore(isNew() ? plain.withComment(null) : plain);
    }

    private String name(Field field) {
        String column = plain(field.columns().get(0));
        String target = entities.className(field.requireReference().to());
        String name = field.columns().size() == 1
                ? JavaNames.ofReference(column, names)
                : JavaNames.ofAttribute(target.substring(0, 1).toLowerCase(Locale.ROOT) + target.substring(1), names);
        names.add(name);
        return name;
    }

    /** An id that is the id of another entity. */
    private void keyReference(Field field) {
        if (isComposite() && !hasEmbeddedKey) {
            String name = name(field);
            keyParts.add(
                    Attribute.of(name, BasicType.of(entities.columnType(field)).className(), List.of()));
            associate(field, name, List.of(jakarta("Id")), true);
            return;
        }
        String part = JavaNames.ofAttribute(plain(field.columns().get(0)), names);
        basic(field, part);
        Annotation mapsId = hasEmbeddedKey ? jakarta("MapsId").with("", part) : jakarta("MapsId");
        associate(field, name(field), List.of(mapsId), true);
    }

    private void associate(Field field, String name, List<Annotation> before, boolean isOwner) {
        // Hibernate makes no foreign key of a @OneToOne beside the id that has its column.
        boolean isSingle =
                isWholeKey(field) ? isOwner : uniques.over(field.columns()).isPresent();
        if (isOwner) {
            uniques.over(field.columns()).ifPresent(this::say);
        }
        List<Annotation> annotations = new ArrayList<>(before);
        annotations.add(jakarta(isSingle ? "OneToOne" : "ManyToOne")
                .with("fetch", AnnotationText.member(Jpa.JAKARTA + "FetchType", "LAZY")));
        new JoinColumns(entities, model).of(field, isOwner).forEach(annotations::add);
        attributes.add(
                Attribute.of(name, entities.className(field.requireReference().to()), annotations));
    }

    /** JPA makes this constraint by itself, under a name that can't be stated. */
    private void say(UniqueConstraint unique) {
        if (said.add(unique) && !uniques.hasUsualName(unique)) {
            notes.add("The name of the unique constraint \"" + unique.name()
                    + "\": an association implies the constraint. 'kuaka adopt' keeps the name.");
        }
    }

    private boolean isWholeKey(Field field) {
        return field.isPrimaryKey() && !isComposite();
    }

    private void collection(ModelKey link) {
        LinkTable table = Objects.requireNonNull(entities.links().get(link));
        ModelState joined = entities.model(link);
        String target = entities.className(table.element());
        String usual = target.substring(0, 1).toLowerCase(Locale.ROOT) + target.substring(1);
        String name = JavaNames.ofAttribute(names.contains(usual) ? joined.table() : usual, names);
        names.add(name);
        JoinColumns columns = new JoinColumns(entities, joined);
        TableRules rules = new TableRules(joined, unique -> false, isNew(), notes);
        Annotation join = columns.table(jakarta("JoinTable"))
                .with("joinColumns", columns.joined(table.owning()))
                .with("inverseJoinColumns", columns.joined(table.inverse()))
                .withEach("uniqueConstraints", rules.uniques())
                .withEach("indexes", rules.indexes());
        String collection = table.isSet() ? "java.util.Set" : "java.util.List";
        attributes.add(new Attribute(name, collection, target, List.of(jakarta("ManyToMany"), join)));
    }
}
