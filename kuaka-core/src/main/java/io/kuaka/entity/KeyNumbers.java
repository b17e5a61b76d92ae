package io.kuaka.entity;

import static io.kuaka.entity.Jpa.jakarta;

import io.kuaka.entity.AnnotationText.Annotation;
import io.kuaka.state.Field;
import io.kuaka.state.IdGenerator;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.util.ArrayList;
import java.util.List;

/** The annotations that say who numbers the rows. */
record KeyNumbers(ProjectState state, List<String> notes) {
    List<Annotation> of(ModelState model, Field field, String attribute) {
        if (field.isIdentity()) {
            if (model.primaryKey().size() > 1) {
                notes.add("The database numbers column \"" + field.columns().get(0)
                        + "\", which JPA can say of a single id only.");
                return List.of();
            }
            return List.of(generated("IDENTITY"));
        }
        List<Annotation> annotations = new ArrayList<>();
        IdGenerator generator = field.idGenerator();
        if (generator != null) {
            generator.match(
                    sequence -> annotations.addAll(ofSequence(model.table(), state.sequence(sequence.source()))),
                    table -> {});
        }
        return annotations;
    }

    private static Annotation generated(String strategy) {
        return jakarta("GeneratedValue")
                .with("strategy", AnnotationText.member(Jpa.JAKARTA + "GenerationType", strategy));
    }

    private static List<Annotation> ofSequence(String table, Sequence sequence) {
        String name = table.replace("`", "") + "_numbers";
        Annotation declared = jakarta("SequenceGenerator").with("name", name).with("sequenceName", sequence.name());
        declared = sequence.schema() == null ? declared : declared.with("schema", sequence.schema());
        declared = sequence.start() == 1 ? declared : declared.with("initialValue", number(sequence.start()));
        declared = declared.with("allocationSize", number(sequence.increment()));
        return List.of(generated("SEQUENCE").with("generator", name), declared);
    }

    private static AnnotationText number(long number) {
        return AnnotationText.code(Long.toString(number));
    }
}
