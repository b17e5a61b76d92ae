package io.kuaka.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a state and its models are made of is read from entities: whatever isn't would be removed by makemigrations. */
class PiecesOfStateTest {
    @Entity(name = "Parcel")
    @Table(name = "parcels", schema = "depot", comment = "What is sent", indexes = @Index(columnList = "weight"))
    static class Parcel {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        long id;

        @Column(unique = true)
        String code;

        @Column(check = @CheckConstraint(constraint = "weight > 0"))
        int weight;
    }

    private static final ProjectState STATE = Reading.read(Parcel.class);

    /** No entity says how its primary key is called; the detection keeps the name that the history knows. */
    private static final Set<String> UNSAID = Set.of("primaryKeyName");

    static Stream<RecordComponent> components() {
        return Stream.of(ProjectState.class, ModelState.class)
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .filter(component -> !UNSAID.contains(component.getName()));
    }

    @ParameterizedTest
    @MethodSource("components")
    void everyPieceOfAStateIsRead(RecordComponent component) throws ReflectiveOperationException {
        boolean isOfModel = component.getDeclaringRecord() == ModelState.class;
        Object owner = isOfModel ? STATE.models().values().iterator().next() : STATE;

        assertThat(component.getAccessor().invoke(owner)).isNotIn(null, "", Map.of(), List.of());
    }
}
