package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.hibernate.TestedLine;
import io.kuaka.it.support.Engine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes that only the mappings tell were guessed from texts that some lines of Hibernate make, and silent with others. */
@Tag("slow")
class FactsTest {
    static Stream<Arguments> casesAndEngines() {
        return FactsOnLine.cases()
                .flatMap(each -> Stream.of(Engine.values()).map(engine -> Arguments.of(each, engine)));
    }

    @ParameterizedTest
    @MethodSource("casesAndEngines")
    void valuesFollowOnEachDatabase(FactCase each, Engine engine) {
        assertThat(each.seen(engine)).isEqualTo(each.wanted());
    }

    @ParameterizedTest
    @EnumSource
    void valuesFollowWithEachLineOfHibernate(TestedLine line) {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        FactsOnLine.cases().forEach(each -> wanted.put(each.name(), each.wanted()));

        assertThat(line.read(FactsOnLine.class)).isEqualTo(wanted);
    }
}
