package io.kuaka.tooling.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A document, with those that it imports and that override it; or a place where Spring starts to look. */
final class ConfigNode {
    /** The two rounds of Spring: what is imported without, and then with profiles. The later one overrides. */
    enum Phase {
        WITHOUT_PROFILES,
        WITH_PROFILES
    }

    private final @Nullable SettingsDocument document;
    private final Location location;
    private final String origin;

    /** Whether this is a file for a profile, and hasn't been moved. */
    private boolean isVariant;

    /** What is imported, each as one text; empty until that is known. */
    private Optional<List<String>> imports;

    /** Those that are imported, by the round; the first one overrides the others. */
    private final Map<Phase, List<ConfigNode>> children = new EnumMap<>(Phase.class);

    private ConfigNode(
            @Nullable SettingsDocument document, Location location, String origin, Optional<List<String>> imports) {
        this.document = document;
        this.location = location;
        this.origin = origin;
        this.imports = imports;
    }

    /** Returns a place where Spring starts to look: {@code text} may be several with semicolons between them. */
    static ConfigNode start(String text, String origin) {
        return new ConfigNode(null, Location.of(false, ""), origin, Optional.of(List.of(text)));
    }

    /**
     * Returns a document that may import others.
     *
     * @param isVariant whether it is in the file for a profile
     */
    static ConfigNode of(SettingsDocument document, Location location, boolean isVariant) {
        ConfigNode node = new ConfigNode(document, location, document.file(), Optional.empty());
        node.isVariant = isVariant;
        return node;
    }

    /** Returns the document; empty for a place to start. */
    Optional<SettingsDocument> document() {
        return Optional.ofNullable(document);
    }

    /** Returns where the document is. */
    Location location() {
        return location;
    }

    /** Returns who imports, for messages. */
    String origin() {
        return origin;
    }

    /** Returns what is imported, each as one text; {@code finder} is asked once. */
    List<String> imports(Function<SettingsDocument, List<String>> finder) {
        List<String> known = imports.orElseGet(() -> document().map(finder).orElse(List.of()));
        imports = Optional.of(known);
        return known;
    }

    boolean isFollowed(Phase phase) {
        return children.containsKey(phase);
    }

    /** Adds what was imported. Files for profiles override all that was found without profiles, as in Spring. */
    void add(Phase phase, List<ConfigNode> imported) {
        children.put(phase, imported);
        if (phase == Phase.WITH_PROFILES) {
            children.getOrDefault(Phase.WITHOUT_PROFILES, List.of())
                    .forEach(child -> imported.addAll(child.withdrawVariants()));
        }
    }

    private List<ConfigNode> withdrawVariants() {
        List<ConfigNode> variants = new ArrayList<>();
        for (List<ConfigNode> imported : children.values()) {
            List<ConfigNode> here =
                    imported.stream().filter(node -> node.isVariant).toList();
            imported.removeAll(here);
            here.forEach(node -> node.isVariant = false);
            variants.addAll(here);
        }
        return variants;
    }

    /** Returns all that was imported so far; the first one overrides the others. */
    List<ConfigNode> children() {
        List<ConfigNode> all = new ArrayList<>(children.getOrDefault(Phase.WITH_PROFILES, List.of()));
        all.addAll(children.getOrDefault(Phase.WITHOUT_PROFILES, List.of()));
        return all;
    }

    /** Returns the documents here; the first one overrides the others. */
    Stream<SettingsDocument> documents() {
        return Stream.concat(children().stream().flatMap(ConfigNode::documents), document().stream());
    }
}
