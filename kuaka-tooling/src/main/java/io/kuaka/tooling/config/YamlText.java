package io.kuaka.tooling.config;

import io.kuaka.tooling.config.SettingsDocument.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.NodeType;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a YAML file.
 *
 * <p>As in Spring, nested keys become dotted names, and list items {@code name[0]}. Values are read as they are
 * written: a numeric password keeps its leading zeros.
 */
final class YamlText {
    private static final String MERGE = "<<";

    private final String file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Node> open = new ArrayList<>();

    private YamlText(String file) {
        this.file = file;
    }

    /**
     * Returns the documents of a file.
     *
     * @throws UnreadableSettingsException if it isn't YAML, or not a mapping of names to values
     */
    static List<SettingsDocument> parse(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowNonScalarKeys(true)
                .build();
        List<SettingsDocument> documents = new ArrayList<>();
        try {
            // "Compose", which does the same, is in a package that the library's module doesn't export.
            new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text)))
                    .forEachRemaining(
                            root -> documents.add(new SettingsDocument(file, new YamlText(file).document(root))));
        } catch (MarkedYamlEngineException e) {
            String problem = sentence(String.valueOf(e.getProblem()));
            throw e.getProblemMark()
                    .map(mark -> UnreadableSettingsException.at(file, mark.getLine() + 1, problem))
                    .orElseGet(() -> UnreadableSettingsException.of(file, problem));
        } catch (YamlEngineException e) {
            throw UnreadableSettingsException.of(file, sentence(String.valueOf(e.getMessage())));
        }
        return documents;
    }

    private static String sentence(String problem) {
        return problem.substring(0, 1).toUpperCase(Locale.ROOT)
                + problem.substring(1).replaceAll("\\.+$", "") + ". Correct the YAML.";
    }

    private Map<String, Entry> document(Node root) {
        if (root.getNodeType() == NodeType.SCALAR
                && ((ScalarNode) root).getValue().isEmpty()) {
            return entries;
        }
        if (root.getNodeType() != NodeType.MAPPING) {
            throw UnreadableSettingsException.at(
                    file, line(root), "Expected names with values, as in \"name: value\".");
        }
        add("", root);
        return entries;
    }

    private void add(String name, Node node) {
        if (open.contains(node)) {
            throw UnreadableSettingsException.at(file, line(node), "\"" + name + "\" contains itself.");
        }
        open.add(node);
        switch (node.getNodeType()) {
            case MAPPING -> addMapping(name, (MappingNode) node);
            case SEQUENCE -> {
                int place = 0;
                for (Node element : ((SequenceNode) node).getValue()) {
                    add(name + "[" + place++ + "]", element);
                }
            }
            case SCALAR -> {
                if (!node.getTag().equals(Tag.NULL)) {
                    entries.put(name, new Entry(((ScalarNode) node).getValue(), line(node)));
                }
            }
            case ANCHOR -> throw new IllegalStateException("The composer leaves no anchors: " + node);
        }
        open.remove(open.size() - 1);
    }

    /** Merged entries come first, so the mapping's own entries override them. */
    private void addMapping(String name, MappingNode mapping) {
        Set<String> known = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = key(tuple.getKeyNode());
            if (!known.add(key)) {
                throw UnreadableSettingsException.at(
                        file, line(tuple.getKeyNode()), "\"" + key + "\" occurs twice. Remove one of them.");
            }
            if (key.equals(MERGE)) {
                merged(tuple.getValueNode()).forEach(source -> add(name, source));
            }
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = key(tuple.getKeyNode());
            if (!key.equals(MERGE)) {
                add(name.isEmpty() ? key : name + "." + key, tuple.getValueNode());
            }
        }
    }

    private static List<Node> merged(Node value) {
        return value.getNodeType() == NodeType.SEQUENCE ? ((SequenceNode) value).getValue() : List.of(value);
    }

    private String key(Node node) {
        if (node.getNodeType() != NodeType.SCALAR) {
            throw UnreadableSettingsException.at(file, line(node), "A name has to be plain text.");
        }
        return ((ScalarNode) node).getValue();
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
