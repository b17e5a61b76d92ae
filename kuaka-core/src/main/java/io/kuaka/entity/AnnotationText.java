package io.kuaka.entity;

import io.kuaka.source.Imports;
import io.kuaka.source.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An annotation, or a value in one. */
sealed interface AnnotationText {
    int WIDTH = 120;
    int INDENT = 8;

    /** Returns the text in one line. */
    String flat(EntityImports imports);

    /** Returns the text in several lines, the first of which is indented already. */
    String broken(EntityImports imports, int indent);

    /** Returns the text, in one line if it fits. */
    default String at(EntityImports imports, int indent, int used) {
        String flat = flat(imports);
        return used + flat.length() <= WIDTH ? flat : broken(imports, indent);
    }

    /** Returns a string literal. */
    static AnnotationText string(String value) {
        return new Code(Literals.string(value).flat(new Imports()), "");
    }

    /** Returns text that stands for itself. */
    static AnnotationText code(String code) {
        return new Code(code, "");
    }

    /** Returns a static member of a class. */
    static AnnotationText member(String className, String member) {
        return new Code("." + member, className);
    }

    /** Returns values in braces; one value needs none. */
    static AnnotationText array(List<? extends AnnotationText> values) {
        return values.size() == 1 ? values.get(0) : new Array(List.copyOf(values));
    }

    /** Returns strings in braces. */
    static AnnotationText strings(List<String> values) {
        return array(values.stream().map(AnnotationText::string).toList());
    }

    /** Text after the name of a class, if there is one. */
    record Code(String code, String className) implements AnnotationText {
        @Override
        public String flat(EntityImports imports) {
            return (className.isEmpty() ? "" : imports.nameOf(className)) + code;
        }

        @Override
        public String broken(EntityImports imports, int indent) {
            return flat(imports);
        }
    }

    /** Values in braces. */
    record Array(List<AnnotationText> values) implements AnnotationText {
        @Override
        public String flat(EntityImports imports) {
            return values.stream().map(value -> value.flat(imports)).collect(Collectors.joining(", ", "{", "}"));
        }

        @Override
        public String broken(EntityImports imports, int indent) {
            int inner = indent + INDENT / 2;
            String start = "\n" + " ".repeat(inner);
            return values.stream()
                    .map(value -> value.at(imports, inner, inner + 1))
                    .collect(Collectors.joining("," + start, "{" + start, "\n" + " ".repeat(indent) + "}"));
        }
    }

    /** A named value; a name that is empty is left out. */
    record Argument(String name, AnnotationText value) {
        String flat(EntityImports imports) {
            return prefix() + value.flat(imports);
        }

        String at(EntityImports imports, int indent) {
            return prefix() + value.at(imports, indent, indent + prefix().length() + 1);
        }

        private String prefix() {
            return name.isEmpty() ? "" : name + " = ";
        }
    }

    /** An annotation. */
    record Annotation(String className, List<Argument> arguments) implements AnnotationText {
        static Annotation of(String className) {
            return new Annotation(className, List.of());
        }

        static Annotation of(String className, AnnotationText value) {
            return of(className).with("", value);
        }

        Annotation with(String name, AnnotationText value) {
            List<Argument> more = new ArrayList<>(arguments);
            more.add(new Argument(name, value));
            return new Annotation(className, more);
        }

        Annotation with(String name, String value) {
            return with(name, string(value));
        }

        /** Returns this with one more value, unless there are none of it. */
        Annotation withEach(String name, List<? extends AnnotationText> values) {
            return values.isEmpty() ? this : with(name, array(values));
        }

        @Override
        public String flat(EntityImports imports) {
            String all = arguments.stream()
                    .map(argument -> argument.flat(imports))
                    .collect(Collectors.joining(", ", "(", ")"));
            return "@" + imports.nameOf(className) + (arguments.isEmpty() ? "" : all);
        }

        @Override
        public String broken(EntityImports imports, int indent) {
            if (arguments.isEmpty()) {
                return flat(imports);
            }
            int inner = indent + INDENT;
            String start = "\n" + " ".repeat(inner);
            return arguments.stream()
                    .map(argument -> argument.at(imports, inner))
                    .collect(Collectors.joining("," + start, "@" + imports.nameOf(className) + "(" + start, ")"));
        }
    }
}
