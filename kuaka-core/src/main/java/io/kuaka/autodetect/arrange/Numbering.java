package io.kuaka.autodetect.arrange;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gives drafts numbers and names that follow the latest migration of their app, and adapts the dependencies.
 *
 * <p>A draft is a migration with a provisional name, unique among the drafts of its app.
 */
public final class Numbering {
    /** The longest name without its number; names of constraints and indexes can be twice as long. */
    private static final int LONGEST_NAME = 61;

    /** The latest place at which a name that is too long is cut. */
    private static final int LONGEST_CUT = 52;

    private final Map<String, MigrationKey> leaves;
    private final AutodetectOptions options;
    private final Map<MigrationKey, MigrationKey> names = new HashMap<>();

    private Numbering(Map<String, MigrationKey> leaves, AutodetectOptions options) {
        this.leaves = leaves;
        this.options = options;
    }

    /**
     * Returns the drafts as migrations.
     *
     * @param wantsFirst whether an app without migrations gets its first one
     */
    public static SortedMap<String, List<MigrationNode>> number(
            SortedMap<String, List<MigrationNode>> drafts,
            Map<String, MigrationKey> leaves,
            Predicate<String> wantsFirst,
            AutodetectOptions options) {
        Numbering numbering = new Numbering(leaves, options);
        SortedMap<String, List<MigrationNode>> kept = new TreeMap<>();
        drafts.forEach((app, list) -> {
            if (leaves.containsKey(app) || wantsFirst.test(app)) {
                numbering.name(app, list);
                kept.put(app, list);
            } else {
                MigrationKey first = new MigrationKey(app, MigrationKey.FIRST);
                list.forEach(draft -> numbering.names.put(draft.key(), first));
            }
        });
        SortedMap<String, List<MigrationNode>> migrations = new TreeMap<>();
        kept.forEach((app, list) -> migrations.put(app, numbering.nodes(app, list)));
        return migrations;
    }

    private void name(String app, List<MigrationNode> list) {
        @Nullable MigrationKey leaf = leaves.get(app);
        long number = leaf == null ? 0 : MigrationNames.number(leaf.name()).orElse(0);
        for (int i = 0; i < list.size(); i++) {
            MigrationNode draft = list.get(i);
            boolean isFirst = i == 0 && leaf == null;
            number++;
            names.put(draft.key(), new MigrationKey(app, MigrationNames.numbered(number, nameOf(draft, isFirst))));
        }
    }

    private String nameOf(MigrationNode draft, boolean isFirst) {
        if (options.name() != null) {
            return options.name();
        }
        String name = isFirst
                ? MigrationNames.INITIAL
                : MigrationNames.suggest(
                        draft.operations().get(), draft.initial().orElse(false), options.clock());
        return name.length() <= LONGEST_NAME ? name : cut(name);
    }

    private static String cut(String name) {
        String head = name.substring(0, LONGEST_CUT);
        int word = head.lastIndexOf('_');
        return word > 0 ? head.substring(0, word) : head;
    }

    private List<MigrationNode> nodes(String app, List<MigrationNode> list) {
        List<MigrationNode> nodes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            MigrationNode draft = list.get(i);
            Set<MigrationKey> dependencies = new TreeSet<>();
            draft.dependencies().forEach(key -> dependencies.add(names.getOrDefault(key, key)));
            if (i == 0 && leaves.containsKey(app)) {
                dependencies.add(leaves.get(app));
            }
            nodes.add(draft.withKey(names.getOrDefault(draft.key(), draft.key()), dependencies));
        }
        return nodes;
    }
}
