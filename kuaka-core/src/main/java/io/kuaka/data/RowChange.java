package io.kuaka.data;

import io.kuaka.expression.Assignment;
import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.source.JavaSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change of rows, each for itself: by expressions or by code; by neither of them, nothing is changed.
 *
 * @param where the rows to change; null for all
 */
public record RowChange(
        @Nullable Condition where,
        List<Assignment> assignments,
        @Nullable RowCode code) {
    /** Changes nothing. */
    public static final RowChange NOTHING = new RowChange(null, List.of(), null);

    public RowChange {
        assignments = List.copyOf(assignments);
    }

    /** Returns the change by expressions. */
    public static RowChange of(@Nullable Condition where, Assignment... assignments) {
        if (assignments.length == 0) {
            throw new IllegalArgumentException("A backfill sets at least one field.");
        }
        return new RowChange(where, List.of(assignments), null);
    }

    /** Returns the change by code. */
    public static RowChange of(@Nullable Condition where, RowCode code) {
        return new RowChange(where, List.of(), code);
    }

    /** Returns whether nothing is changed. */
    public boolean isNothing() {
        return assignments.isEmpty() && code == null;
    }

    /** Returns whether it is known which fields it reads: code, raw SQL and paths along references may read any. */
    public boolean isUnderstood() {
        return code == null
                && expressions().stream()
                        .allMatch(each ->
                                !each.namesColumns() && each.fields().stream().allMatch(path -> path.indexOf('.') < 0));
    }

    /** Returns the fields that it is known to write. */
    public Set<String> writes() {
        return assignments.stream().map(Assignment::field).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the arguments by which an operation makes an equal change. */
    public List<JavaSource> toArguments() {
        JavaSource condition = where == null ? JavaSource.code("null") : where.toSource();
        return Stream.concat(Stream.of(condition), assignments.stream().map(Assignment::toSource))
                .toList();
    }

    /** Returns all expressions. */
    public List<Expression> expressions() {
        return Stream.concat(
                        Stream.<Expression>ofNullable(where),
                        assignments.stream().map(Assignment::value))
                .toList();
    }
}
