package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.autodetect.question.Questions;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import java.util.List;
import java.util.Map;

/**
 * Asks about the marks of deleted rows ({@code @SoftDelete}) that go while the rows stay: they would be there again for the
 * application. So do those whose column becomes an attribute's, and rows are hidden where it was one.
 */
public final class RevivedRows implements Detector {
    @Override
    public void detect(Detection detection) {
        detection.to().models().forEach((key, model) -> {
            Map<String, Field> before = detection.lineage().formerFields(key);
            List<String> marks = before.entrySet().stream()
                    .filter(each -> DeletionMark.is(each.getValue()))
                    .filter(each -> !model.fields().containsKey(each.getKey()))
                    .flatMap(each -> each.getValue().columns().stream())
                    .toList();
            ask(detection, key, marks);
            before.forEach((name, old) -> {
                Field now = model.fields().get(name);
                if (now != null && DeletionMark.is(old) != DeletionMark.is(now)) {
                    askWhatIsKept(detection, key, old, now);
                }
            });
        });
    }

    /** The same values are read otherwise: rows come back, or are hidden. */
    private static void askWhatIsKept(Detection detection, ModelKey key, Field old, Field now) {
        boolean isDropped = detection.lineage().former(key).stream().anyMatch(former -> old.columns().stream()
                .anyMatch(column -> detection.lineage().isSettled(former, column)));
        boolean isMark = DeletionMark.is(now);
        if (!isDropped && !detection.questioner().marksKept(key, now, isMark)) {
            throw new DetectionStoppedException(
                    Questions.marksKept(key, now, isMark).text());
        }
    }

    private static void ask(Detection detection, ModelKey key, List<String> marks) {
        List<String> lost = detection.lineage().former(key).stream()
                .flatMap(former ->
                        marks.stream().filter(column -> !detection.lineage().isSettled(former, column)))
                .toList();
        if (!lost.isEmpty()) {
            if (!detection.questioner().valuesDropped(key, lost)) {
                throw new DetectionStoppedException(
                        Questions.valuesDropped(key, lost).text());
            }
            detection.lineage().settled(key, lost);
        }
    }
}
