package io.kuaka.entity;

import static io.kuaka.entity.AnnotationText.string;
import static io.kuaka.entity.AnnotationText.strings;
import static io.kuaka.entity.Jpa.hibernate;
import static io.kuaka.entity.Jpa.jakarta;

import io.kuaka.entity.AnnotationText.Annotation;
import io.kuaka.expression.Expression;
import io.kuaka.expression.FieldRef;
import io.kuaka.expression.RawSql;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.Constraint;
import io.kuaka.state.ExclusionConstraint;
import io.kuaka.state.Field;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.ModelState;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The annotations for the rules of one table: uniques, indexes, checks, exclusions. */
final class TableRules {
    private static final String COLUMN = "[\\w$`]+";

    private final ModelState model;
    private final boolean isJakarta32;
    private final List<String> notes;
    private final List<Annotation> uniques = new ArrayList<>();
    private final List<Annotation> indexes = new ArrayList<>();
    private final List<Annotation> checks = new ArrayList<>();
    private final List<Annotation> others = new ArrayList<>();

    /**
     * Writes the rules of a model.
     *
     * @param isElsewhere which unique constraints an attribute says
     * @param isJakarta32 whether checks are part of {@code @Table}
     * @param notes gets what no annotation can say
     */
    TableRules(ModelState model, Predicate<UniqueConstraint> isElsewhere, boolean isJakarta32, List<String> notes) {
        this.model = model;
        this.isJakarta32 = isJakarta32;
        this.notes = notes;
        for (Constraint constraint : model.constraints().values()) {
            constraint.match(
                    unique -> {
                        if (!isElsewhere.test(unique)) {
                            add(unique);
                        }
                    },
                    this::add,
                    this::add);
        }
        model.indexes().values().forEach(this::add);
    }

    /** Returns the unique constraints that {@code @Table} and {@code @JoinTable} take. */
    List<Annotation> uniques() {
        return uniques;
    }

    /** Returns the indexes that {@code @Table} and {@code @JoinTable} take. */
    List<Annotation> indexes() {
        return indexes;
    }

    /** Returns the checks that {@code @Table} takes. */
    List<Annotation> checks() {
        return checks;
    }

    /** Returns the annotations beside {@code @Table}. */
    List<Annotation> others() {
        return others;
    }

    /** Returns whether a unique constraint is nothing but that. */
    static boolean isPlain(UniqueConstraint unique) {
        return unique.include().isEmpty()
                && unique.condition() == null
                && !unique.isDeferred()
                && !unique.isNullsNotDistinct();
    }

    /** Returns whether {@code @Index} can say an index: Hibernate makes a constraint of one that is unique. */
    static boolean isPlain(Index index) {
        return !index.isUnique()
                && index.method() == null
                && index.condition() == null
                && index.include().isEmpty()
                && !index.isNullsNotDistinct()
                && index.parts().stream()
                        .allMatch(part -> part.operatorClass() == null
                                && part.field()
                                        .filter(name -> name.matches(COLUMN))
                                        .isPresent());
    }

    private void add(UniqueConstraint unique) {
        List<String> columns = columns(unique.fieldNames());
        if (unique.isNullsNotDistinct()) {
            others.add(Annotation.of(Jpa.KUAKA + "ModelIndex")
                    .with("name", unique.name())
                    .with("fields", strings(columns))
                    .withEach("include", texts(columns(unique.include())))
                    .with("unique", AnnotationText.code("true"))
                    .with("nullsNotDistinct", AnnotationText.code("true")));
            return;
        }
        if (!unique.include().isEmpty()) {
            notes.add("The unique constraint \"" + unique.name() + "\" includes the columns " + unique.include()
                    + ", which no annotation says.");
        }
        Annotation said =
                jakarta("UniqueConstraint").with("name", unique.name()).with("columnNames", strings(columns));
        if (unique.isDeferred() && !isJakarta32) {
            notes.add(
                    "The unique constraint \"" + unique.name()
                            + "\" is checked at the end of the transaction, which an entity can say since Jakarta Persistence 3.2.");
        }
        uniques.add(unique.isDeferred() && isJakarta32 ? said.with("options", "deferrable initially deferred") : said);
    }

    private void add(CheckConstraint check) {
        String condition = sql(check.condition());
        if (isJakarta32) {
            checks.add(jakarta("CheckConstraint").with("name", check.name()).with("constraint", condition));
        } else {
            others.add(hibernate("Check").with("name", check.name()).with("constraints", condition));
        }
    }

    private void add(ExclusionConstraint exclusion) {
        List<Annotation> parts = exclusion.parts().stream()
                .map(part -> Annotation.of(Jpa.KUAKA + "ModelExclusion.Part")
                        .with("expression", sql(part.expression()))
                        .with("with", part.operator()))
                .toList();
        Annotation said = Annotation.of(Jpa.KUAKA + "ModelExclusion").with("name", exclusion.name());
        said = exclusion.method().equals("gist") ? said : said.with("method", exclusion.method());
        said = said.withEach("parts", parts);
        said = exclusion.condition() == null ? said : said.with("condition", sql(exclusion.condition()));
        others.add(exclusion.isDeferred() ? said.with("deferred", AnnotationText.code("true")) : said);
    }

    private void add(Index index) {
        if (isPlain(index)) {
            String columns = String.join(
                    ", ",
                    index.parts().stream()
                            .map(part -> sql(part.expression()) + (part.descending() ? " desc" : ""))
                            .toList());
            indexes.add(jakarta("Index").with("name", index.name()).with("columnList", columns));
            return;
        }
        List<IndexPart> parts = index.parts();
        int fields = 0;
        while (fields < parts.size() && parts.get(fields).field().isPresent()) {
            fields++;
        }
        List<IndexPart> computed = parts.subList(fields, parts.size());
        if (computed.stream().anyMatch(IndexPart::descending)) {
            notes.add("The index \"" + index.name() + "\" has a descending expression, which no annotation says.");
        }
        Annotation said = Annotation.of(Jpa.KUAKA + "ModelIndex")
                .with("name", index.name())
                .withEach(
                        "fields",
                        texts(parts.subList(0, fields).stream()
                                .map(part -> (part.descending() ? "-" : "") + sql(part.expression()))
                                .toList()))
                .withEach(
                        "expressions",
                        texts(computed.stream()
                                .map(part -> sql(part.expression()))
                                .toList()));
        others.add(withRest(said, index));
    }

    private Annotation withRest(Annotation started, Index index) {
        Annotation said = index.method() == null ? started : started.with("method", index.method());
        boolean hasClasses = index.parts().stream().anyMatch(part -> part.operatorClass() != null);
        List<AnnotationText> classes = new ArrayList<>();
        index.parts().forEach(part -> classes.add(string(part.operatorClass() == null ? "" : part.operatorClass())));
        said = hasClasses ? said.withEach("operatorClasses", classes) : said;
        said = index.condition() == null ? said : said.with("condition", sql(index.condition()));
        said = said.withEach("include", texts(columns(index.include())));
        said = index.isUnique() ? said.with("unique", AnnotationText.code("true")) : said;
        return index.isNullsNotDistinct() ? said.with("nullsNotDistinct", AnnotationText.code("true")) : said;
    }

    private static List<AnnotationText> texts(List<String> values) {
        return values.stream().map(AnnotationText::string).toList();
    }

    private List<String> columns(List<String> fields) {
        return fields.stream().map(this::column).toList();
    }

    private String column(String name) {
        Field field = model.fields().get(name);
        return field == null ? name : field.columns().get(0);
    }

    /** Returns an expression over columns; those that a catalog holds are SQL, or a column. */
    private String sql(Expression expression) {
        return expression instanceof FieldRef field ? column(field.name()) : sqlOf(expression);
    }

    static String sqlOf(@Nullable Expression expression) {
        if (expression instanceof RawSql raw) {
            return raw.sql();
        }
        throw new IllegalArgumentException("Not as a catalog has it: " + expression);
    }
}
