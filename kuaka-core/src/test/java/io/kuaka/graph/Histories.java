package io.kuaka.graph;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Short ways to write histories in tests. */
public final class Histories {
    private Histories() {}

    public static MigrationKey key(String text) {
        return MigrationKey.parse(text);
    }

    public static List<MigrationKey> keys(String... texts) {
        return Arrays.stream(texts).map(MigrationKey::parse).toList();
    }

    public static Set<MigrationKey> applied(String... texts) {
        return Arrays.stream(texts).map(MigrationKey::parse).collect(Collectors.toSet());
    }

    public static MigrationNode migration(String key, String... dependencies) {
        return MigrationNode.of(key(key), keys(dependencies), List.of());
    }

    public static MigrationNode squash(String key, List<String> replaces, String... dependencies) {
        return new MigrationNode(
                key(key),
                keys(dependencies),
                List.of(),
                replaces.stream().map(MigrationKey::parse).toList(),
                Optional.empty(),
                true,
                List::of);
    }

    public static MigrationNode runBefore(String key, String... later) {
        return new MigrationNode(key(key), List.of(), keys(later), List.of(), Optional.empty(), true, List::of);
    }

    /** Migrations of one app, each of which depends on the one before it. */
    public static List<MigrationNode> chain(String app, String... names) {
        List<MigrationNode> chain = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            String[] before = i == 0 ? new String[0] : new String[] {app + "." + names[i - 1]};
            chain.add(migration(app + "." + names[i], before));
        }
        return chain;
    }

    /** A plan as text, one step after the other, with a minus before those that are reversed. */
    public static List<String> words(Plan plan) {
        return plan.steps().stream()
                .map(step -> (step.direction() == Direction.BACKWARD ? "-" : "") + step.key())
                .toList();
    }
}
