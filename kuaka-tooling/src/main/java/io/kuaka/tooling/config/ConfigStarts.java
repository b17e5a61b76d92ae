package io.kuaka.tooling.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The places where Spring starts to look for files: its usual ones, or those that are set outside of files.
 *
 * @param lists the values of settings outside of files
 */
record ConfigStarts(Function<String, List<String>> lists) {
    private static final List<String> USUAL = List.of(
            "optional:classpath:/;optional:classpath:/config/",
            "optional:file:./;optional:file:./config/;optional:file:./config/*/");

    /** Returns the places; the first one overrides the others. */
    List<ConfigNode> nodes() {
        List<ConfigNode> nodes = new ArrayList<>();
        add(nodes, "spring.config.import", List.of());
        add(nodes, "spring.config.additional-location", List.of());
        add(nodes, "spring.config.location", USUAL);
        return nodes;
    }

    private void add(List<ConfigNode> nodes, String setting, List<String> usual) {
        List<String> set = lists.apply(setting);
        List<String> texts = set.isEmpty() ? usual : set;
        for (int i = texts.size() - 1; i >= 0; i--) {
            nodes.add(ConfigNode.start(texts.get(i), "the environment's " + setting));
        }
    }
}
