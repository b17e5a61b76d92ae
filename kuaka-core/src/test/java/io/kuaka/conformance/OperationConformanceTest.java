package io.kuaka.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kuaka.base.MigrationException;
import io.kuaka.operation.IrreversibleOperationException;
import io.kuaka.operation.Operation;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An operation changes the state as Django's does, has a way back where Django's has, and is called the same. */
class OperationConformanceTest implements ConformanceAdapter {
    /** Kuaka has its own words for these. */
    private static final Set<String> OWN_WORDS = Set.of(
            "RunSQL",
            "RunPython",
            "SeparateDatabaseAndState",
            "CreateExtension",
            "RemoveCollation",
            "AlterUniqueTogether");

    @TestFactory
    Stream<DynamicTest> changesTheStateAsDjangoDoes() {
        return ConformanceReport.tests("operations", this);
    }

    @Override
    public JsonNode expected(ConformanceCase each) {
        ObjectNode expected = Corpus.JSON.createObjectNode();
        expected.put("state", "as in Django");
        expected.put("reversible", each.get("reversible").asBoolean());
        if (hasDjangosWords(each, operations(each))) {
            expected.put("describe", each.get("describe").asText().toLowerCase(Locale.ROOT));
            expected.put("fragment", each.get("migration_name_fragment").asText(""));
        }
        return expected;
    }

    @Override
    public JsonNode answer(ConformanceCase each) {
        if (each.get("call").asText().equals("construct")) {
            throw new NotApplicable("python-arguments");
        }
        List<Operation> operations = operations(each);
        ObjectNode answer = Corpus.JSON.createObjectNode();
        answer.put("state", state(each, operations));
        answer.put("reversible", isReversible(each, operations));
        if (hasDjangosWords(each, operations)) {
            answer.put("describe", operations.get(0).describe().toLowerCase(Locale.ROOT));
            answer.put("fragment", operations.get(0).nameFragment());
        }
        return answer;
    }

    private static String state(ConformanceCase each, List<Operation> operations) {
        DjangoModels models = new DjangoModels(new DjangoFields("auth.User"));
        ProjectState state = models.state(each.get("state_before"));
        if (each.json().has("state_error")) {
            return refuses(each, operations, state) ? "as in Django" : "it isn't refused";
        }
        if (refuses(each, operations, state)) {
            return "refused";
        }
        for (Operation operation : operations) {
            state = operation.apply(app(each), state);
        }
        ProjectState wanted = models.state(each.get("state_after"));
        boolean same = Equivalence.withoutTogetherNames(state).equals(Equivalence.withoutTogetherNames(wanted));
        return same ? "as in Django" : "not as in Django";
    }

    private static boolean refuses(ConformanceCase each, List<Operation> operations, ProjectState before) {
        try {
            ProjectState state = before;
            for (Operation operation : operations) {
                state = operation.apply(app(each), state);
            }
            return false;
        } catch (MigrationException e) {
            return true;
        }
    }

    private static boolean isReversible(ConformanceCase each, List<Operation> operations) {
        ProjectState state = new DjangoModels(new DjangoFields("auth.User")).state(each.get("state_before"));
        try {
            for (Operation operation : operations) {
                operation.inverse(app(each), state);
                state = operation.apply(app(each), state);
            }
            return true;
        } catch (IrreversibleOperationException e) {
            return false;
        } catch (MigrationException e) {
            // What is refused isn't done, and so needs no way back.
            return true;
        }
    }

    /** Django writes expressions as Python does; an operation that becomes several has no words of its own. */
    private static boolean hasDjangosWords(ConformanceCase each, List<Operation> operations) {
        return DjangoOperations.isSameKind(each.get("operation"), operations)
                && !OWN_WORDS.contains(each.get("operation").path("op").asText())
                && !each.get("describe").asText().matches(".*(\\(F\\(|<Index).*")
                && !operations.get(0).describe().contains(" on expressions ");
    }

    private static List<Operation> operations(ConformanceCase each) {
        return new DjangoOperations(app(each), new DjangoFields("auth.User"), Tracked.of(each.get("state_before")))
                .one(each.get("operation"));
    }

    private static String app(ConformanceCase each) {
        return each.get("app_label").asText();
    }
}
