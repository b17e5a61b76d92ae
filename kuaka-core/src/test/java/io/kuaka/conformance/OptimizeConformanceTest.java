package io.kuaka.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.Optimizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Kuaka's optimizer makes of a list of operations what Django's makes of it. */
class OptimizeConformanceTest implements ConformanceAdapter {
    @TestFactory
    Stream<DynamicTest> optimizesAsDjangoDoes() {
        return ConformanceReport.tests("optimize", this);
    }

    @Override
    public JsonNode expected(ConformanceCase each) {
        return DjangoMigrations.words(operations(each, "result"));
    }

    @Override
    public JsonNode answer(ConformanceCase each) {
        List<Operation> optimized = Optimizer.optimize(each.get("app_label").asText(), operations(each, "operations"));
        return named(optimized).equals(named(operations(each, "result")))
                ? expected(each)
                : DjangoMigrations.words(optimized);
    }

    /** An entry of unique_together has no name: the one that the adapter gave it follows its fields. */
    private static List<Operation> named(List<Operation> operations) {
        return operations.stream()
                .map(operation -> operation instanceof CreateModel create
                        ? new CreateModel(Equivalence.withoutTogetherNames(create.model()))
                        : operation)
                .toList();
    }

    private static List<Operation> operations(ConformanceCase each, String name) {
        String userModel = each.get("settings").path("AUTH_USER_MODEL").asText("auth.User");
        String app = each.get("app_label").asText();
        return new DjangoOperations(app, new DjangoFields(userModel), new Tracked()).all(each.get(name));
    }
}
