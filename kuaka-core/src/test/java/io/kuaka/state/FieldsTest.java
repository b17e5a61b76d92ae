package io.kuaka.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.state.ColumnType.Kind;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldsTest {
    /** Otherwise {@code makemigrations} writes a migration that doesn't compile. */
    @ParameterizedTest
    @EnumSource
    void everyKindOfTypeCanBeWritten(Kind kind) {
        assertThat(Stream.of(Fields.class.getMethods()))
                .filteredOn(method -> method.getReturnType() == Field.class)
                .extracting(Method::getName)
                .contains(kind.factory());
    }
}
