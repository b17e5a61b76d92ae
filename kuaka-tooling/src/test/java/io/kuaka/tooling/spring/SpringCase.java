package io.kuaka.tooling.spring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Files and settings of an application, from a table: {@code >> FILE} with its lines, {@code link NAME TARGET}, {@code
 * binary FILE}, {@code set NAME=VALUE} for a variable, {@code set -DNAME=VALUE} for a system property.
 *
 * @param kuaka what Kuaka finds where it can't find the same as Spring; empty if it must
 */
record SpringCase(
        String title,
        List<List<String>> steps,
        Map<String, String> variables,
        Map<String, String> properties,
        String kuaka) {
    private static final String KUAKA = "kuaka: ";

    /** Returns the cases of a table. */
    static List<SpringCase> in(String table) {
        List<SpringCase> cases = new ArrayList<>();
        for (String text : ("\n" + table).split("\n## ")) {
            if (!text.isBlank()) {
                cases.add(of(text.lines().toList()));
            }
        }
        return cases;
    }

    private static SpringCase of(List<String> lines) {
        SpringCase made = new SpringCase(
                lines.get(0),
                new ArrayList<>(),
                new HashMap<>(),
                new HashMap<>(),
                lines.stream()
                        .filter(line -> line.startsWith(KUAKA))
                        .map(line -> line.substring(KUAKA.length()))
                        .findFirst()
                        .orElse(""));
        lines.stream().skip(1).filter(line -> !line.startsWith(KUAKA)).forEach(made::add);
        return made;
    }

    private void add(String line) {
        if (line.startsWith("set ")) {
            String[] parts = line.substring(4).split("=", 2);
            boolean isProperty = parts[0].startsWith("-D");
            (isProperty ? properties : variables).put(isProperty ? parts[0].substring(2) : parts[0], parts[1]);
        } else if (line.matches("(>>|link|binary) .*")) {
            steps.add(new ArrayList<>(List.of(line.split(" "))));
        } else if (!steps.isEmpty()) {
            steps.get(steps.size() - 1).add(line);
        }
    }

    /** Writes the files into a folder. */
    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("classes"));
        for (List<String> step : steps) {
            Path file = folder.resolve(step.get(1));
            Files.createDirectories(file.getParent());
            switch (step.get(0)) {
                case "link" -> Files.createSymbolicLink(file, Path.of(step.get(2)));
                case "binary" -> Files.write(file, new byte[] {(byte) 0xFE, (byte) 0xED, (byte) 0x80});
                default -> Files.writeString(file, String.join("\n", step.subList(2, step.size())) + "\n");
            }
        }
    }
}
