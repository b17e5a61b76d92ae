package io.kuaka.autodetect;

import io.kuaka.autodetect.question.Questioner;
import io.kuaka.expression.Expression;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import java.util.List;
import java.util.Optional;

/**
 * Says yes to every question and gives 1 to every row.
 *
 * @param renames whether it also says that something was renamed
 */
public record Agreeing(boolean renames) implements Questioner {
    public Agreeing() {
        this(true);
    }

    @Override
    public Expression notNullAddition(ModelKey model, Field field) {
        return Expression.value(1);
    }

    @Override
    public Optional<Expression> notNullAlteration(ModelKey model, Field field) {
        return Optional.of(Expression.value(1));
    }

    @Override
    public boolean fieldRename(ModelKey model, Field before, Field now) {
        return renames;
    }

    @Override
    public boolean modelRename(ModelKey before, ModelKey now) {
        return renames;
    }

    @Override
    public boolean valuesDropped(ModelKey model, List<String> columns) {
        return true;
    }

    @Override
    public boolean valuesLeft(ModelKey from, ModelKey to, List<String> columns) {
        return true;
    }

    @Override
    public boolean rowsLeft(ModelKey from, ModelKey to) {
        return true;
    }

    @Override
    public boolean linksDropped(String app, String from, String to) {
        return true;
    }

    @Override
    public boolean linksCopied(String app, String from, String to) {
        return true;
    }

    @Override
    public boolean redirection(ModelKey model, Field reference, ModelKey before) {
        return true;
    }
}
