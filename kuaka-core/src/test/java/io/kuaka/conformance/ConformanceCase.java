package io.kuaka.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One recorded case.
 *
 * @param kind the corpus file that it comes from, as in {@code graph}
 * @param tags the features that occur anywhere in it
 */
public record ConformanceCase(String kind, String id, Set<String> tags, JsonNode json) {
    static ConformanceCase of(String kind, JsonNode json) {
        Set<String> tags = json.path("tags").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        return new ConformanceCase(kind, json.path("id").asText(), tags, json);
    }

    /** Returns a part of the case; a missing node where it has none. */
    public JsonNode get(String name) {
        return json.path(name);
    }
}
