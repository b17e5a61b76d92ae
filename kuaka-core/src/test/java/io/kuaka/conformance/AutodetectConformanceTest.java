package io.kuaka.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.arrange.AppFilter;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.arrange.Numbering;
import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.state.ProjectState;
import io.kuaka.testing.InOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What Django's autodetector finds between two states, Kuaka's finds too, with the same questions and dependencies. */
class AutodetectConformanceTest implements ConformanceAdapter {
    private static final TextNode STOPPED = TextNode.valueOf("stopped at a question");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2000-01-01T00:00:00Z"), ZoneOffset.UTC);

    @TestFactory
    Stream<DynamicTest> findsWhatDjangoFinds() {
        return ConformanceReport.tests("autodetect", this);
    }

    @Override
    public JsonNode expected(ConformanceCase each) {
        return each.json().has("error")
                ? STOPPED
                : DjangoMigrations.words(migrations(each).all(each.get("result")));
    }

    @Override
    public JsonNode answer(ConformanceCase each) {
        try {
            SortedMap<String, List<MigrationNode>> found =
                    switch (each.get("call").asText()) {
                        case "arrange_for_graph" -> arranged(each, changes(each));
                        case "trim_to_apps" -> AppFilter.trim(changes(each), apps(each));
                        default -> detected(each);
                    };
            return each.json().has("error") || !isEquivalent(each, found)
                    ? DjangoMigrations.words(found)
                    : expected(each);
        } catch (DetectionStoppedException e) {
            return STOPPED;
        }
    }

    private static SortedMap<String, List<MigrationNode>> detected(ConformanceCase each) {
        boolean isWhole = each.get("call").asText().equals("changes");
        DjangoModels models = new DjangoModels(new DjangoFields(userModel(each)));
        return Autodetector.detect(
                models.state(each.get("from_state")),
                models.state(each.get("to_state")),
                leaves(each),
                new RecordedAnswers(each.get("questions")),
                isWhole ? options(each).withApps(apps(each)) : options(each));
    }

    private static SortedMap<String, List<MigrationNode>> changes(ConformanceCase each) {
        return migrations(each).all(each.get("args").path("changes"));
    }

    private static SortedMap<String, List<MigrationNode>> arranged(
            ConformanceCase each, SortedMap<String, List<MigrationNode>> changes) {
        RecordedAnswers answers = new RecordedAnswers(each.get("questions"));
        return Numbering.number(changes, leaves(each), answers::initial, options(each));
    }

    private boolean isEquivalent(ConformanceCase each, SortedMap<String, List<MigrationNode>> found) {
        DjangoMigrations django = migrations(each);
        SortedMap<String, List<MigrationNode>> expected = django.all(each.get("result"));
        Map<MigrationKey, MigrationKey> names = names(expected, found);
        if (!expected.keySet().equals(found.keySet()) || names.isEmpty() != found.isEmpty()) {
            return false;
        }
        boolean namesCount = !each.get("call").asText().equals("detect_changes");
        ProjectState state = new DjangoModels(new DjangoFields(userModel(each))).state(each.get("from_state"));
        for (MigrationNode node : InOrder.of(expected)) {
            MigrationNode other = found.get(node.key().app())
                    .get(expected.get(node.key().app()).indexOf(node));
            List<Operation> wanted = node.operations().get();
            List<Operation> actual = other.operations().get();
            boolean same = actual.equals(wanted) || new Equivalence(node.key().app(), state).holds(wanted, actual);
            if (!same
                    || (namesCount && !sameName(each, node, other))
                    || !sameDependencies(django, node, other, names)) {
                return false;
            }
            state = applied(other, state);
        }
        return true;
    }

    private static ProjectState applied(MigrationNode node, ProjectState state) {
        try {
            return node.apply(state);
        } catch (MigrationException e) {
            return state; // Cases about names and dependencies only come without states.
        }
    }

    /** A name is made from what the operations are called, which is the business of the naming cases. */
    private static boolean sameName(ConformanceCase each, MigrationNode django, MigrationNode kuaka) {
        String one = django.key().name();
        String other = kuaka.key().name();
        boolean isCustom = each.get("args").path("migration_name").isTextual();
        boolean isInitial = one.endsWith("_initial");
        return isCustom || isInitial ? one.equals(other) : one.substring(0, 4).equals(other.substring(0, 4));
    }

    private static boolean sameDependencies(
            DjangoMigrations django,
            MigrationNode expected,
            MigrationNode found,
            Map<MigrationKey, MigrationKey> names) {
        Set<MigrationKey> wanted = new HashSet<>(expected.dependencies());
        Set<MigrationKey> actual = found.dependencies().stream()
                .map(key -> names.getOrDefault(key, key))
                .collect(Collectors.toSet());
        Set<MigrationKey> missing = new HashSet<>(wanted);
        missing.removeAll(actual);
        missing.removeAll(django.needless(expected.key()));
        return wanted.containsAll(actual) && missing.isEmpty();
    }

    /** Returns Django's names by ours, for migrations in the same place; empty where the numbers of them differ. */
    private static Map<MigrationKey, MigrationKey> names(
            SortedMap<String, List<MigrationNode>> expected, SortedMap<String, List<MigrationNode>> found) {
        Map<MigrationKey, MigrationKey> names = new HashMap<>();
        for (String app : expected.keySet()) {
            List<MigrationNode> some = expected.get(app);
            List<MigrationNode> others = found.getOrDefault(app, List.of());
            if (some.size() != others.size()) {
                return Map.of();
            }
            for (int i = 0; i < some.size(); i++) {
                names.put(others.get(i).key(), some.get(i).key());
            }
        }
        return names;
    }

    private static DjangoMigrations migrations(ConformanceCase each) {
        return new DjangoMigrations(each.get("from_state"), userModel(each));
    }

    private static AutodetectOptions options(ConformanceCase each) {
        JsonNode name = each.get("args").path("migration_name");
        return AutodetectOptions.defaults().withClock(CLOCK).withName(name.asText(null));
    }

    private static Set<String> apps(ConformanceCase each) {
        Set<String> apps = new TreeSet<>();
        for (String argument : List.of("trim_to_apps", "app_labels")) {
            each.get("args").path(argument).forEach(app -> apps.add(app.asText()));
        }
        return apps;
    }

    private static String userModel(ConformanceCase each) {
        return each.get("settings").path("AUTH_USER_MODEL").asText("auth.User");
    }

    /** Returns the last migration of each app: the one that no other of the app comes after. */
    private static Map<String, MigrationKey> leaves(ConformanceCase each) {
        JsonNode graph = each.get("args").path("graph");
        Set<MigrationKey> parents = new HashSet<>();
        graph.path("edges").forEach(edge -> {
            if (edge.path(0).path(0).equals(edge.path(1).path(0))) {
                parents.add(key(edge.path(1)));
            }
        });
        Map<String, MigrationKey> leaves = new TreeMap<>();
        graph.path("nodes")
                .valueStream()
                .map(AutodetectConformanceTest::key)
                .filter(key -> !parents.contains(key))
                .forEach(key -> leaves.putIfAbsent(key.app(), key));
        return leaves;
    }

    private static MigrationKey key(JsonNode json) {
        return new MigrationKey(json.path(0).asText(), json.path(1).asText());
    }
}
