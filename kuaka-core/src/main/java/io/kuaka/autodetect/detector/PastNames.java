package io.kuaka.autodetect.detector;

import io.kuaka.migration.AppliedOperation;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.MoveModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameModel;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which models, fields and listed values of a history have had which names, to tell whether some have exchanged theirs.
 *
 * <p>One rename is no exchange: its former name may be that of something new. So each is followed through the whole history,
 * under whatever name. What can't be followed, as renames within other operations, counts as new: it was never exchanged.
 */
final class PastNames {
    private final Bearers<ModelKey> models = new Bearers<>();
    private final Map<Object, Bearers<String>> fields = new HashMap<>();
    private final Map<Object, Bearers<String>> values = new HashMap<>();

    /** Notes the next operation of the history. */
    @SuppressWarnings("ReferenceEquality") // a state shares the models that the operation left as they were
    void add(AppliedOperation applied) {
        Operation operation = applied.operation();
        if (operation instanceof RenameModel rename) {
            renameModel(new ModelKey(applied.app(), rename.oldName()), new ModelKey(applied.app(), rename.newName()));
        } else if (operation instanceof MoveModel move) {
            renameModel(move.from(), move.to());
        } else if (operation instanceof RenameField rename) {
            fields(new ModelKey(applied.app(), rename.model())).renamed(Map.of(rename.oldName(), rename.newName()));
        } else if (operation instanceof AlterField alter && alter.replacesValues()) {
            Map<String, String> replaced = new LinkedHashMap<>();
            alter.replacements().forEach((before, now) -> replaced.put(String.valueOf(before), String.valueOf(now)));
            values(new ModelKey(applied.app(), alter.model()), alter.field().name())
                    .renamed(replaced);
        }
        models.only(applied.after().models().keySet());
        applied.after().models().forEach((key, model) -> {
            if (applied.before().models().get(key) != model) {
                changed(key, model);
            }
        });
    }

    private void renameModel(ModelKey before, ModelKey now) {
        Map<ModelKey, ModelKey> renamed = new LinkedHashMap<>();
        renamed.put(before, now);
        for (ModelKey part : models.names()) {
            if (part.isPartOf(before)) {
                renamed.put(
                        part,
                        now.sibling(
                                now.name() + part.name().substring(before.name().length())));
            }
        }
        models.renamed(renamed);
    }

    private void changed(ModelKey key, ModelState model) {
        fields(key).only(model.fields().keySet());
        for (Field field : model.fields().values()) {
            List<String> listed = RenamedConstants.values(model, field);
            if (!listed.isEmpty()) { // A check may be missing for a while.
                values(key, field.name()).only(new LinkedHashSet<>(listed));
            }
        }
    }

    private Bearers<String> fields(ModelKey model) {
        return of(fields, models.of(model));
    }

    private Bearers<String> values(ModelKey model, String field) {
        return of(values, fields(model).of(field));
    }

    private static Bearers<String> of(Map<Object, Bearers<String>> all, @Nullable Object bearer) {
        return bearer == null ? new Bearers<>() : all.computeIfAbsent(bearer, each -> new Bearers<>());
    }

    /** Returns whether the models of an app have exchanged their names; each former name follows its present one. */
    boolean haveExchanged(String app, List<String> circle) {
        return models.haveExchanged(
                circle.stream().map(name -> new ModelKey(app, name)).toList());
    }

    /** Returns whether fields of a model, which has its last name of the history, have exchanged their names. */
    boolean haveExchanged(ModelKey model, List<String> circle) {
        return fields(model).haveExchanged(circle);
    }

    /** Returns whether listed values of a field, which has its last name of the history, have been exchanged. */
    boolean haveExchanged(ModelKey model, String field, List<String> circle) {
        return values(model, field).haveExchanged(circle);
    }
}
