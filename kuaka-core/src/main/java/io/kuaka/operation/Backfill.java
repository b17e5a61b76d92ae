package io.kuaka.operation;

import io.kuaka.data.HistoricalWalk;
import io.kuaka.data.LoadCheck;
import io.kuaka.data.Pace;
import io.kuaka.data.RowChange;
import io.kuaka.data.RowCode;
import io.kuaka.expression.Assignment;
import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.Imports;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes the rows of a model in batches along its primary key, each of which is a transaction of its own.
 *
 * <p>The journal notes the position in the transaction of each batch, so a run that was interrupted resumes there. The
 * migration has to be {@code NonAtomic}, and the model needs a primary key. Rows that are inserted meanwhile with keys
 * before the position aren't visited: the application has to fill them itself.
 *
 * @param forward the change
 * @param reverse the change that reverses the other; null if it is irreversible
 * @param isElidable whether the operation may be left out when its migration is squashed
 */
public record Backfill(
        String model, RowChange forward, @Nullable RowChange reverse, Pace pace, boolean isElidable)
        implements Operation {
    /** Changes the rows for which {@code where} holds, all if it is null, by expressions. */
    public Backfill(String model, @Nullable Condition where, Assignment... assignments) {
        this(model, RowChange.of(where, assignments), null, Pace.standard(), false);
    }

    /** Changes the rows for which {@code where} holds, all if it is null, by Java code. */
    public Backfill(String model, @Nullable Condition where, RowCode code) {
        this(model, RowChange.of(where, code), null, Pace.standard(), false);
    }

    /** Returns this operation with the change that reverses it, by expressions. */
    public Backfill reversedBy(@Nullable Condition where, Assignment... assignments) {
        return new Backfill(model, forward, RowChange.of(where, assignments), pace, isElidable);
    }

    /** Returns this operation with the change that reverses it, by Java code. */
    public Backfill reversedBy(@Nullable Condition where, RowCode code) {
        return new Backfill(model, forward, RowChange.of(where, code), pace, isElidable);
    }

    /** Returns this operation as one that nothing has to be done for when it is reversed. */
    public Backfill reversedByNothing() {
        return new Backfill(model, forward, RowChange.NOTHING, pace, isElidable);
    }

    /** Returns this operation with batches of {@code rows} rows, instead of a size that follows their time. */
    public Backfill batchesOf(int rows) {
        return with(pace.withSize(rows));
    }

    /** Returns this operation with batches that take about {@code time}; 200 ms by default. */
    public Backfill batchesTaking(Duration time) {
        return with(pace.withTarget(time));
    }

    /** Returns this operation with a pause after each batch. */
    public Backfill pausing(Duration time) {
        return with(pace.withPause(time));
    }

    /** Returns this operation as one that waits as long as {@code load} says that the database has too much to do. */
    public Backfill waitingWhile(LoadCheck load) {
        return with(pace.withLoad(load));
    }

    /**
     * Returns this operation as one whose rows are divided into ranges of the key, which this many workers take one after
     * the other, each in a thread and on a connection of its own, at its own pace. Code for rows runs in these threads.
     * Other runs that wait meanwhile work along. It is one worker on SQLite, which has one writer at a time, where a run
     * can't open further connections, and after settings of the session in the same migration.
     */
    public Backfill parallelism(int workers) {
        return with(pace.withWorkers(workers));
    }

    /** Returns this operation as one that may be left out when its migration is squashed. */
    public Backfill elidable() {
        return new Backfill(model, forward, reverse, pace, true);
    }

    private Backfill with(Pace newPace) {
        return new Backfill(model, forward, reverse, newPace, isElidable);
    }

    @Override
    public ProjectState apply(String app, ProjectState before) {
        ModelState state = before.model(new ModelKey(app, model));
        forward.assignments().forEach(assignment -> state.field(assignment.field()));
        return before;
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        if (!forward.isNothing()) {
            editor.walk(HistoricalWalk.of(describe(), context, context.key(model), forward, pace));
        }
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        if (reverse == null) {
            throw new IrreversibleOperationException(
                    describe(), "it has no reverse. Add reversedBy(...) or reversedByNothing() to it, or use --fake.");
        }
        return new Backfill(model, reverse, forward, pace, isElidable);
    }

    @Override
    public String describe() {
        return "Backfill " + model;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("backfill", model);
    }

    @Override
    public Category category() {
        return hasCode() ? Category.JAVA : Category.ALTERATION;
    }

    private boolean hasCode() {
        return forward.code() != null || (reverse != null && reverse.code() != null) || pace.load() != null;
    }

    @Override
    public boolean runsOutsideTransaction() {
        return true;
    }

    @Override
    public Optional<String> subject() {
        return Optional.of(model);
    }

    @Override
    public boolean references(ModelKey key) {
        return key.name().equals(model) || !isUnderstood();
    }

    @Override
    public boolean references(ModelKey key, String field) {
        return !isUnderstood() || (key.name().equals(model) && fields().contains(field));
    }

    /** Returns whether all fields that it reads and writes are known. */
    public boolean isUnderstood() {
        return !hasCode() && changes().allMatch(RowChange::isUnderstood);
    }

    /** Returns the fields that it is known to write, or to read, in either direction. */
    public Set<String> fields() {
        Set<String> fields = writes();
        expressions().forEach(each -> fields.addAll(each.fields()));
        return fields;
    }

    /** Returns the fields that it is known to write, in either direction. */
    public Set<String> writes() {
        Set<String> fields = new LinkedHashSet<>();
        changes().forEach(change -> fields.addAll(change.writes()));
        return fields;
    }

    /** Returns all expressions, in either direction. */
    public List<Expression> expressions() {
        return changes().flatMap(change -> change.expressions().stream()).toList();
    }

    private Stream<RowChange> changes() {
        return Stream.concat(Stream.of(forward), Stream.ofNullable(reverse));
    }

    /** Rows of a table that is dropped afterwards need no values. */
    @Override
    public Reduction reduce(String app, Operation next) {
        if (next instanceof DeleteModel delete && delete.name().equals(model) && !hasCode()) {
            return Reduction.by(delete);
        }
        ModelKey key = new ModelKey(app, model);
        boolean free = isUnderstood()
                && !next.renames(key)
                && (next instanceof FieldOperation
                        ? fields().stream().noneMatch(field -> next.references(key, field))
                        : !next.references(key));
        return Commutation.of(this, next, free);
    }

    /** Neither the pace nor the reverse changes what was done to a database that has it. */
    @Override
    public String form() {
        return hasCode()
                ? "new Backfill(" + Literals.string(model).flat(new Imports()) + ", code)"
                : construction().flat(new Imports());
    }

    @Override
    public JavaSource toSource() {
        if (hasCode()) {
            throw new CodeAsSourceException();
        }
        JavaSource source = construction();
        if (RowChange.NOTHING.equals(reverse)) {
            source = source.call("reversedByNothing");
        } else if (reverse != null) {
            source = source.call("reversedBy", reverse.toArguments());
        }
        source = pace.addTo(source);
        return isElidable ? source.call("elidable") : source;
    }

    private JavaSource construction() {
        return JavaSource.construct(
                Backfill.class,
                Stream.concat(Stream.of(Literals.string(model)), forward.toArguments().stream())
                        .toList());
    }
}
