package io.kuaka.entity;

import io.kuaka.entity.AnnotationText.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts an entity's file together. */
final class EntityText {
    private static final int STEP = 4;

    private final Entities entities;
    private final String className;
    private final String table;
    private final List<Annotation> annotations;
    private final EntityAttributes attributes;
    private final List<String> notes;
    private final EntityImports imports;

    EntityText(
            Entities entities,
            String className,
            String table,
            List<Annotation> annotations,
            EntityAttributes attributes,
            List<String> notes) {
        this.entities = entities;
        this.className = className;
        this.table = table;
        this.annotations = annotations;
        this.attributes = attributes;
        this.notes = notes;
        Set<String> taken = new HashSet<>(entities.names());
        taken.addAll(attributes.enumerations().keySet());
        taken.add(className + "Id");
        this.imports = new EntityImports(taken);
    }

    String text() {
        String body =
                comment() + annotations(annotations, 0) + "public class " + className + " {\n" + members() + "}\n";
        String packageName = entities.options().packageName();
        String head = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
        String imported =
                imports.classes().stream().map(each -> "import " + each + ";\n").collect(Collectors.joining());
        return head + imported + (imported.isEmpty() ? "" : "\n") + body;
    }

    private String comment() {
        if (notes.isEmpty()) {
            return "/** The table \"" + inComment(table) + "\". */\n";
        }
        return "/**\n * The table \"" + inComment(table) + "\". Not expressed here:\n *\n * <ul>\n"
                + notes.stream()
                        .map(note -> " *   <li>" + inComment(note) + "\n")
                        .collect(Collectors.joining())
                + " * </ul>\n */\n";
    }

    /** A comment ends early where a name has the signs for it, and Java reads escapes everywhere. */
    private static String inComment(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("*/", "*&#47;")
                .replace("@", "&#64;")
                .replace("\\", "&#92;")
                .replaceAll("\\s+", " ");
    }

    private String annotations(List<Annotation> all, int indent) {
        String start = " ".repeat(indent);
        return all.stream()
                .map(each -> start + each.at(imports, indent, indent) + "\n")
                .collect(Collectors.joining());
    }

    private String members() {
        List<String> members = new ArrayList<>();
        attributes.attributes().forEach(attribute -> members.add(field(attribute, STEP)));
        attributes.attributes().forEach(attribute -> members.add(accessors(attribute, STEP)));
        attributes.enumerations().forEach((name, values) -> members.add(enumeration(name, values)));
        if (attributes.isComposite()) {
            members.add(keyClass());
        }
        return String.join("\n", members);
    }

    private String field(Attribute attribute, int indent) {
        String initial = attribute.element().isEmpty()
                ? ""
                : " = new "
                        + imports.nameOf(
                                attribute.type().equals("java.util.Set")
                                        ? "java.util.LinkedHashSet"
                                        : "java.util.ArrayList")
                        + "<>()";
        return annotations(attribute.annotations(), indent) + " ".repeat(indent) + "private "
                + attribute.typeText(imports) + " " + attribute.name() + initial + ";\n";
    }

    private String accessors(Attribute attribute, int indent) {
        String type = attribute.typeText(imports);
        String name = attribute.name();
        String start = " ".repeat(indent);
        String inner = " ".repeat(indent + STEP);
        String capital = JavaNames.capital(name);
        return start + "public " + type + " get" + capital + "() {\n" + inner + "return " + name + ";\n" + start
                + "}\n\n"
                + start + "public void set" + capital + "(" + type + " " + name + ") {\n" + inner + "this." + name
                + " = " + name + ";\n" + start + "}\n";
    }

    private static String enumeration(String name, List<String> values) {
        return "    public enum " + name + " {\n        " + String.join(",\n        ", values) + "\n    }\n";
    }

    private String keyClass() {
        String name = className + "Id";
        List<Attribute> parts = attributes.keyParts();
        String serializable = imports.nameOf("java.io.Serializable");
        if (entities.options().keys() == EntityOptions.Keys.RECORD) {
            return "    public record " + name + "("
                    + parts.stream()
                            .map(part -> part.typeText(imports) + " " + part.name())
                            .collect(Collectors.joining(", "))
                    + ") implements " + serializable + " {"
                    + (hasArrays(parts) ? "\n" + equality(name, parts) + "    }\n" : "}\n");
        }
        boolean isEmbedded = entities.options().keys() == EntityOptions.Keys.EMBEDDED;
        String head = isEmbedded ? annotations(List.of(Jpa.jakarta("Embeddable")), STEP) : "";
        List<String> members = new ArrayList<>();
        parts.forEach(part -> members.add(field(part, 2 * STEP)));
        parts.forEach(part -> members.add(accessors(part, 2 * STEP)));
        members.add(equality(name, parts));
        return head + "    public static class " + name + " implements " + serializable + " {\n"
                + String.join("\n", members) + "    }\n";
    }

    /** The names of attributes are free, so they are never written alone; arrays are equal by what is in them. */
    private String equality(String name, List<Attribute> parts) {
        boolean isDeep = hasArrays(parts);
        String objects = imports.nameOf("java.util.Objects");
        String equals = objects + (isDeep ? ".deepEquals(" : ".equals(");
        String same = parts.stream()
                .map(part -> equals + "this." + part.name() + ", key." + part.name() + ")")
                .collect(Collectors.joining("\n                    && "));
        String values = parts.stream().map(part -> "this." + part.name()).collect(Collectors.joining(", "));
        String hash = isDeep
                ? imports.nameOf("java.util.Arrays") + ".deepHashCode(new Object[] {" + values + "})"
                : objects + ".hash(" + values + ")";
        return "        @Override\n        public boolean equals(Object other) {\n            return other instanceof "
                + name + " key\n                    && " + same + ";\n        }\n\n"
                + "        @Override\n        public int hashCode() {\n            return " + hash + ";\n        }\n";
    }

    private static boolean hasArrays(List<Attribute> parts) {
        return parts.stream().anyMatch(part -> part.type().endsWith("[]"));
    }
}
