package io.kuaka.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kuaka.autodetect.arrange.MigrationNames;
import io.kuaka.operation.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Kuaka names migrations as Django does. */
class NamingConformanceTest implements ConformanceAdapter {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2000-01-01T00:00:00Z"), ZoneOffset.UTC);

    @TestFactory
    Stream<DynamicTest> namesAsDjangoDoes() {
        return ConformanceReport.tests("naming", this);
    }

    @Override
    public JsonNode expected(ConformanceCase each) {
        if (each.get("call").asText().equals("parse_number")) {
            return each.get("result");
        }
        ObjectNode expected = Corpus.JSON.createObjectNode();
        ArrayNode fragments = expected.putArray("fragments");
        each.get("fragments")
                .forEach(fragment -> fragments.add(fragment.asText("").replaceAll("\\W+", "_")));
        expected.set("result", each.get("result"));
        return expected;
    }

    @Override
    public JsonNode answer(ConformanceCase each) {
        if (each.get("call").asText().equals("parse_number")) {
            OptionalLong number = MigrationNames.number(each.get("name").asText());
            return number.isPresent() ? IntNode.valueOf((int) number.getAsLong()) : NullNode.getInstance();
        }
        List<Operation> operations = operations(each);
        ObjectNode answer = Corpus.JSON.createObjectNode();
        ArrayNode fragments = answer.putArray("fragments");
        operations.forEach(operation -> fragments.add(operation.nameFragment()));
        answer.put(
                "result", MigrationNames.suggest(operations, each.get("initial").asBoolean(), CLOCK));
        return answer;
    }

    private static List<Operation> operations(ConformanceCase each) {
        DjangoOperations django =
                new DjangoOperations(each.get("app_label").asText(), new DjangoFields("auth.User"), new Tracked());
        List<Operation> operations = new ArrayList<>();
        for (JsonNode json : each.get("operations")) {
            List<Operation> one = django.one(json);
            if (!DjangoOperations.isSameKind(json, one)) {
                throw new NotApplicable("other-operation");
            }
            operations.addAll(one);
        }
        return operations;
    }
}
