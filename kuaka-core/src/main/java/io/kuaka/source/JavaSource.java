package io.kuaka.source;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java expression that knows its imports and breaks its own lines.
 *
 * <p>Values that are written to a migration file build it from constructor calls, static factories and chained methods.
 * An expression is rendered on one line if it fits, and otherwise with each argument or chained call on a line of its
 * own.
 */
public sealed interface JavaSource {
    /** The widest line that rendering aims for, in characters. */
    int LINE_WIDTH = 120;

    /** By how much a continued line is indented, in spaces. */
    int CONTINUATION = 8;

    /** Returns the expression on a single line. */
    String flat(Imports imports);

    /** Returns the expression broken over several lines; {@code indent} is that of its first line, in spaces. */
    String broken(Imports imports, int indent);

    /** Returns the expression as rendered when its first character is in column {@code column}. */
    default String render(Imports imports, int indent, int column) {
        String flat = flat(imports);
        return column + flat.length() <= LINE_WIDTH && flat.indexOf('\n') < 0 ? flat : broken(imports, indent);
    }

    /** Returns a call of {@code method} on this expression. */
    default JavaSource call(String method, JavaSource... arguments) {
        return new Chained(this, method, List.of(arguments));
    }

    /** Returns a call of {@code method} on this expression. */
    default JavaSource call(String method, List<JavaSource> arguments) {
        return new Chained(this, method, arguments);
    }

    /** Returns {@code code} as it is; it must not need imports. */
    static JavaSource code(String code) {
        return new Code(code);
    }

    /** Returns {@code new Type(arguments)}. */
    static JavaSource construct(Class<?> type, JavaSource... arguments) {
        return new Construction(type, List.of(arguments));
    }

    /** Returns {@code new Type(arguments)}. */
    static JavaSource construct(Class<?> type, List<JavaSource> arguments) {
        return new Construction(type, arguments);
    }

    /** Returns {@code method(arguments)}, where all static members of {@code owner} are imported. */
    static JavaSource staticCall(Class<?> owner, String method, JavaSource... arguments) {
        return new StaticCall(owner, method, List.of(arguments));
    }

    /** Returns {@code method(arguments)}, where all static members of {@code owner} are imported. */
    static JavaSource staticCall(Class<?> owner, String method, List<JavaSource> arguments) {
        return new StaticCall(owner, method, arguments);
    }

    /** Returns {@code Type.member}. */
    static JavaSource member(Class<?> type, String member) {
        return new Member(type, member);
    }

    /** Returns {@code Type.method(arguments)}. */
    static JavaSource memberCall(Class<?> type, String method, JavaSource... arguments) {
        return member(type, method).invoke(List.of(arguments));
    }

    /** Returns {@code List.of(elements)}. */
    static JavaSource listOf(List<JavaSource> elements) {
        return member(List.class, "of").invoke(elements);
    }

    /** Returns this expression followed by an argument list. */
    private JavaSource invoke(List<JavaSource> arguments) {
        return new Invocation(this, arguments);
    }

    /** Text that stands for itself. */
    record Code(String code) implements JavaSource {
        @Override
        public String flat(Imports imports) {
            return code;
        }

        @Override
        public String broken(Imports imports, int indent) {
            return code;
        }
    }

    /** A static member with its class before it. */
    record Member(Class<?> type, String member) implements JavaSource {
        @Override
        public String flat(Imports imports) {
            return imports.nameOf(type) + "." + member;
        }

        @Override
        public String broken(Imports imports, int indent) {
            return flat(imports);
        }
    }

    /** An expression with an argument list after it. */
    record Invocation(JavaSource callee, List<JavaSource> arguments) implements JavaSource {
        public Invocation {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String flat(Imports imports) {
            return callee.flat(imports) + flatArguments(arguments, imports);
        }

        @Override
        public String broken(Imports imports, int indent) {
            return callee.flat(imports) + brokenArguments(arguments, imports, indent);
        }
    }

    /** A constructor call. */
    record Construction(Class<?> type, List<JavaSource> arguments) implements JavaSource {
        public Construction {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String flat(Imports imports) {
            return "new " + imports.nameOf(type) + flatArguments(arguments, imports);
        }

        @Override
        public String broken(Imports imports, int indent) {
            return "new " + imports.nameOf(type) + brokenArguments(arguments, imports, indent);
        }
    }

    /** A call of a statically imported method. */
    record StaticCall(Class<?> owner, String method, List<JavaSource> arguments) implements JavaSource {
        public StaticCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String flat(Imports imports) {
            imports.useStatic(owner);
            return method + flatArguments(arguments, imports);
        }

        @Override
        public String broken(Imports imports, int indent) {
            imports.useStatic(owner);
            return method + brokenArguments(arguments, imports, indent);
        }
    }

    /** A method called on another expression. */
    record Chained(JavaSource receiver, String method, List<JavaSource> arguments) implements JavaSource {
        public Chained {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String flat(Imports imports) {
            return receiver.flat(imports) + "." + method + flatArguments(arguments, imports);
        }

        @Override
        public String broken(Imports imports, int indent) {
            int inner = indent + CONTINUATION;
            String head = receiver instanceof Chained
                    ? receiver.broken(imports, indent)
                    : receiver.render(imports, indent, indent);
            String prefix = "\n" + " ".repeat(inner) + "." + method;
            String flat = prefix + flatArguments(arguments, imports);
            return head
                    + (flat.length() - 1 <= LINE_WIDTH ? flat : prefix + brokenArguments(arguments, imports, inner));
        }
    }

    private static String flatArguments(List<JavaSource> arguments, Imports imports) {
        return arguments.stream().map(argument -> argument.flat(imports)).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String brokenArguments(List<JavaSource> arguments, Imports imports, int indent) {
        if (arguments.isEmpty()) {
            return "()";
        }
        int inner = indent + CONTINUATION;
        String separator = ",\n" + " ".repeat(inner);
        // One character is kept for the comma or parenthesis that follows each argument.
        return arguments.stream()
                .map(argument -> argument.render(imports, inner, inner + 1))
                .collect(Collectors.joining(separator, "(\n" + " ".repeat(inner), ")"));
    }
}
