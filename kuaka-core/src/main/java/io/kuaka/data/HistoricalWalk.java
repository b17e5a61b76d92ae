package io.kuaka.data;

import io.kuaka.base.Internal;
import io.kuaka.data.sql.BoundSql;
import io.kuaka.expression.Assignment;
import io.kuaka.expression.Literal;
import io.kuaka.progress.RowProgress;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.grammar.RowGrammar;
import io.kuaka.schema.statement.JavaCall;
import io.kuaka.schema.statement.Walk;
import io.kuaka.schema.statement.WalkPosition;
import io.kuaka.schema.statement.WalkProgress;
import io.kuaka.schema.table.Column;
import io.kuaka.state.ModelKey;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of a model's rows as a walk along its primary key, on the models as they are after its operation. */
@Internal
public final class HistoricalWalk implements Walk {
    private final OperationContext context;
    private final ModelShape shape;
    private final RowChange change;
    private final Pace pace;
    private final List<String> whole;
    private final List<String> batch;

    private HistoricalWalk(OperationContext context, ModelShape shape, RowChange change, Pace pace) {
        this.context = context;
        this.shape = shape;
        this.change = change;
        this.pace = pace;
        // Names that don't exist are found here, before anything runs.
        String where = change.where() == null ? null : ExpressionBinder.text(shape, grammar(), change.where(), null);
        this.whole = change.code() == null ? List.of(update(where)) : List.of();
        this.batch = change.code() == null ? List.of(update(both(where, bounds()))) : List.of();
    }

    /**
     * Returns the change as a statement; {@code description} represents it in texts.
     *
     * @throws MissingKeyException if the model has no primary key
     */
    public static JavaCall of(String description, OperationContext context, ModelKey key, RowChange change, Pace pace) {
        ModelShape shape = new ModelShape(context.after(), context.dialect().grammar(), key);
        if (shape.primaryKey().isEmpty()) {
            throw MissingKeyException.ofWalk(key);
        }
        HistoricalWalk walk = new HistoricalWalk(context, shape, change, pace);
        return JavaCall.of(
                description
                        + String.join(
                                "", walk.whole.stream().map(sql -> ": " + sql).toList()),
                walk);
    }

    @Override
    public List<String> whole() {
        return whole;
    }

    @Override
    public List<String> batch() {
        return batch;
    }

    /** It may have been another change then: what is done is done. */
    @Override
    public WalkProgress resumable(WalkProgress found) {
        String position = found.position();
        boolean isHere = position != null
                && WalkPosition.parse(position).table().equals(shape.name())
                && WalkPosition.parse(position).key().size()
                        == shape.primaryKey().size();
        return isHere ? found : WalkProgress.NONE;
    }

    @Override
    public int workers() {
        return pace.workers();
    }

    /** A shape keeps what it has looked up, so each thread has its own. */
    @Override
    public Batches on(Connection connection) {
        ModelShape own = new ModelShape(context.after(), grammar(), shape.key());
        Session session = new Session(
                connection, context.dialect(), context.after(), RowProgress.unobserved(), context.placement());
        Models models = new Models(context.app(), session);
        return new HistoricalBatches(session, own, change, pace, models);
    }

    private String update(@Nullable String condition) {
        List<String> terms = new ArrayList<>();
        for (Assignment assignment : change.assignments()) {
            ChangedKeyException.requireOther(shape, shape.ownColumns(assignment.field()));
            if (assignment.value() instanceof Literal) {
                Terms.plain(shape, Terms.of(assignment))
                        .forEach((column, value) -> terms.add(equal(column, literal(column, value))));
            } else {
                Column column = shape.ownColumn(assignment.field());
                terms.add(
                        equal(column, ExpressionBinder.text(shape, grammar(), assignment.value(), assignment.field())));
            }
        }
        return grammar().update(shape.table().name(), terms, condition);
    }

    private String equal(Column column, String value) {
        return grammar().identifier(column.name()) + " = " + value;
    }

    private String literal(Column column, @Nullable Object value) {
        return ExpressionBinder.literal(grammar(), new BoundSql.Parameter(column.type(), value));
    }

    private String bounds() {
        List<String> columns = shape.table().primaryKey();
        List<String> values = columns.stream().map(column -> "?").toList();
        return "(" + grammar().keyAfter(columns, values) + ") and (" + grammar().keyUpTo(columns, values) + ")";
    }

    private static String both(@Nullable String where, String bounds) {
        return where == null ? bounds : "(" + where + ") and " + bounds;
    }

    private RowGrammar grammar() {
        return context.dialect().grammar();
    }
}
