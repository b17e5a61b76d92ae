package io.kuaka.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.expression.Expression;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Answers as the person in Django's test did; what Django didn't ask is answered by no. */
record RecordedAnswers(JsonNode questions) implements Questioner {
    @Override
    public Expression notNullAddition(ModelKey model, Field field) {
        return find(question -> isAbout(question, "ask_not_null_addition", model, field)
                        || isAbout(question, "ask_auto_now_add_addition", model, field))
                .map(RecordedAnswers::value)
                .orElse(Expression.value("unasked"));
    }

    @Override
    public Optional<Expression> notNullAlteration(ModelKey model, Field field) {
        return find(question -> isAbout(question, "ask_not_null_alteration", model, field))
                .filter(question ->
                        !question.path("answer").path("$type").asText().equals("not_provided"))
                .map(RecordedAnswers::value);
    }

    @Override
    public boolean fieldRename(ModelKey model, Field before, Field now) {
        return rename(model.name(), before.name(), now.name());
    }

    /** A many-to-many field is a model of its own here. */
    @Override
    public boolean modelRename(ModelKey before, ModelKey now) {
        int dot = now.name().indexOf('.');
        if (dot > 0) {
            return rename(
                    now.name().substring(0, dot),
                    before.name().substring(before.name().indexOf('.') + 1),
                    now.name().substring(dot + 1));
        }
        return find(question -> is(question, "ask_rename_model")
                        && isModel(question.path("old_model_state"), before)
                        && isModel(question.path("new_model_state"), now))
                .map(question -> question.path("answer").asBoolean())
                .orElse(false);
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
    public boolean linksDropped(String app, String from, String to) {
        return true;
    }

    @Override
    public boolean linksCopied(String app, String from, String to) {
        return false;
    }

    @Override
    public boolean redirection(ModelKey model, Field reference, ModelKey before) {
        return false;
    }

    @Override
    public boolean initial(String app) {
        return find(question -> is(question, "ask_initial")
                        && question.path("app_label").asText().equals(app))
                .map(question -> question.path("answer").asBoolean())
                .orElse(true);
    }

    private boolean rename(String model, String before, String now) {
        return find(question -> is(question, "ask_rename")
                        && question.path("model_name").asText().equalsIgnoreCase(model)
                        && question.path("old_name").asText().equals(before)
                        && question.path("new_name").asText().equals(now))
                .map(question -> question.path("answer").asBoolean())
                .orElse(false);
    }

    private Optional<JsonNode> find(Predicate<JsonNode> wanted) {
        Optional<JsonNode> found = questions.valueStream().filter(wanted).findFirst();
        found.filter(question -> question.has("error")).ifPresent(question -> {
            throw new DetectionStoppedException(question.path("question").asText());
        });
        return found;
    }

    private static Expression value(JsonNode question) {
        return DjangoExpressions.expression(question.path("answer"));
    }

    private static boolean is(JsonNode question, String name) {
        return question.path("question").asText().equals(name);
    }

    private static boolean isAbout(JsonNode question, String name, ModelKey model, Field field) {
        return is(question, name)
                && question.path("field_name").asText().equals(field.name())
                && question.path("model_name").asText().equalsIgnoreCase(model.name());
    }

    private static boolean isModel(JsonNode state, ModelKey key) {
        return state.path("app").asText().equals(key.app())
                && state.path("name").asText().equalsIgnoreCase(key.name());
    }
}
