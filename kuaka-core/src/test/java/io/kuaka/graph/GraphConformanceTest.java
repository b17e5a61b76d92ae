package io.kuaka.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.kuaka.conformance.ConformanceAdapter;
import io.kuaka.conformance.ConformanceCase;
import io.kuaka.conformance.ConformanceReport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Builds the graphs that Django's tests build, and asks them the same questions. */
class GraphConformanceTest {
    @TestFactory
    Stream<DynamicTest> answersAsDjangoDoes() {
        return ConformanceReport.tests("graph", new Adapter());
    }

    private static final class Adapter implements ConformanceAdapter {
        @Override
        public JsonNode expected(ConformanceCase each) {
            return each.get("call").asText().equals("graph")
                    ? GraphScript.expected(each.json())
                    : LoaderScript.expected(each.json());
        }

        @Override
        public JsonNode answer(ConformanceCase each) {
            ArrayNode answers = each.get("call").asText().equals("graph")
                    ? new GraphScript().play(each.json())
                    : new LoaderScript().play(each.json());
            return answers;
        }
    }
}
