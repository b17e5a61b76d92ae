package io.kuaka.state;

import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An index of a model. Its name is unique in the database.
 *
 * @param parts what is indexed, in order
 * @param isUnique whether the indexed values are unique
 * @param method the index method ({@code gin}, {@code hash}); null for the database's default
 * @param condition which rows are indexed; null for all
 * @param include fields stored in the index that aren't part of its key
 * @param isNullsNotDistinct whether, in a unique index, two nulls count as the same value
 */
public record Index(
        String name,
        List<IndexPart> parts,
        boolean isUnique,
        @Nullable String method,
        @Nullable Condition condition,
        List<String> include,
        boolean isNullsNotDistinct) {
    public Index {
        parts = List.copyOf(parts);
        include = List.copyOf(include);
    }

    /** Returns this index over the given fields; a minus sign before a name means descending order. */
    public Index on(String... fields) {
        return withParts(Stream.of(fields).map(IndexPart::parse).toList());
    }

    /** Returns this index over the given parts. */
    public Index on(IndexPart... newParts) {
        return withParts(List.of(newParts));
    }

    /** Returns this index over the given parts. */
    public Index withParts(List<IndexPart> newParts) {
        return new Index(name, newParts, isUnique, method, condition, include, isNullsNotDistinct);
    }

    /** Returns this index as a unique one. */
    public Index unique() {
        return new Index(name, parts, true, method, condition, include, isNullsNotDistinct);
    }

    /** Returns this index with another method, such as {@code gin}. */
    public Index using(String newMethod) {
        return new Index(name, parts, isUnique, newMethod, condition, include, isNullsNotDistinct);
    }

    /** Returns this index over only those rows for which {@code newCondition} holds. */
    public Index where(Condition newCondition) {
        return new Index(name, parts, isUnique, method, newCondition, include, isNullsNotDistinct);
    }

    /** Returns this index with fields that it stores besides its key. */
    public Index include(String... fields) {
        return new Index(name, parts, isUnique, method, condition, List.of(fields), isNullsNotDistinct);
    }

    /** Returns this index as a unique one for which two nulls are the same value. */
    public Index nullsNotDistinct() {
        return new Index(name, parts, true, method, condition, include, true);
    }

    /** Returns this index under another name. */
    public Index withName(String newName) {
        return new Index(newName, parts, isUnique, method, condition, include, isNullsNotDistinct);
    }

    /** Returns the fields that this index begins with, up to the first part that is computed. */
    public List<String> leadingFields() {
        return parts.stream()
                .map(IndexPart::field)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the fields that this index needs. */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        parts.forEach(part -> fields.addAll(part.expression().fields()));
        if (condition != null) {
            fields.addAll(condition.fields());
        }
        fields.addAll(include);
        return fields;
    }

    /** Returns whether this index needs the field; raw SQL counts where it mentions one of the field's columns. */
    public boolean uses(Field field) {
        return fields().contains(field.name())
                || expressions().anyMatch(expression -> field.columns().stream().anyMatch(expression::mentionsColumn));
    }

    /** Returns what is indexed, and the condition for it. */
    public Stream<Expression> expressions() {
        return Stream.concat(parts.stream().map(IndexPart::expression), Stream.ofNullable(condition));
    }

    /** Returns this index with its expressions and its field names rewritten. */
    public Index rewriteExpressions(UnaryOperator<Expression> rewrite, UnaryOperator<String> rename) {
        return new Index(
                name,
                parts.stream().map(part -> part.rewriteExpressions(rewrite)).toList(),
                isUnique,
                method,
                condition == null ? null : (Condition) rewrite.apply(condition),
                include.stream().map(rename).toList(),
                isNullsNotDistinct);
    }

    /** Returns the Java expression that makes an equal index. */
    public JavaSource toSource() {
        JavaSource source = JavaSource.staticCall(Indexes.class, "index", Literals.string(name));
        source = source.call("on", partSources());
        source = isUnique ? source.call("unique") : source;
        source = method == null ? source : source.call("using", Literals.string(method));
        source = condition == null ? source : source.call("where", condition.toSource());
        source = include.isEmpty() ? source : source.call("include", Literals.strings(include));
        return isNullsNotDistinct ? source.call("nullsNotDistinct") : source;
    }

    private List<JavaSource> partSources() {
        if (parts.stream().allMatch(IndexPart::isPlain)) {
            return Literals.strings(parts.stream().map(IndexPart::text).toList());
        }
        List<JavaSource> sources = new ArrayList<>();
        parts.forEach(part -> sources.add(part.toSource()));
        return sources;
    }
}
