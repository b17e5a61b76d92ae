package io.kuaka.writer;

import io.kuaka.data.Models;
import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Initial;
import io.kuaka.migration.Migration;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.migration.NonAtomic;
import io.kuaka.migration.Replaces;
import io.kuaka.migration.RunBefore;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import io.kuaka.operation.WrittenCode;
import io.kuaka.source.Imports;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a migration as Java source.
 *
 * <p>Law: the file compiles without warnings to an equal migration. Where the file is written is decided elsewhere.
 */
public final class MigrationWriter {
    private static final Pattern NAME = Pattern.compile("\\d+_\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    /** The maximum source of one method, in characters: the JVM allows 64 KB of code, which is denser. */
    private static final int LONGEST_METHOD = 24_000;

    private static final int INDENT = 8;

    private final Imports imports = new Imports();
    private final MigrationNode migration;

    private MigrationWriter(MigrationNode migration) {
        this.migration = migration;
    }

    /**
     * Returns the file of a migration.
     *
     * @param packageName the package that the class belongs to
     * @param comments lines of comments before the class
     * @throws UnsuitableNameException if no class can have the migration's name
     */
    public static MigrationFile write(MigrationNode migration, String packageName, List<String> comments) {
        MigrationWriter writer = new MigrationWriter(migration);
        return writer.file(packageName, comments, writer::methods);
    }

    /**
     * Returns the file of a data migration whose Java code has yet to be written. Until then it fails when it is run.
     *
     * @param migration a migration without operations
     * @param packageName the package that the class belongs to
     * @throws UnsuitableNameException if no class can have the migration's name
     */
    public static MigrationFile writeForCode(MigrationNode migration, String packageName) {
        MigrationWriter writer = new MigrationWriter(migration);
        return writer.file(packageName, List.of(), writer::codeMethods);
    }

    private MigrationFile file(String packageName, List<String> comments, Supplier<String> methods) {
        String name = migration.key().name();
        if (!NAME.matcher(name).matches()) {
            throw new UnsuitableNameException(migration.key());
        }
        String className = "M" + name;
        return new MigrationFile(packageName, className, text(packageName, className, comments, methods));
    }

    private String text(String packageName, String className, List<String> comments, Supplier<String> methods) {
        String body = comments.stream().map(MigrationWriter::comment).collect(Collectors.joining())
                + annotations()
                + "public final class " + className + " implements " + imports.nameOf(Migration.class) + " {\n"
                + methods.get() + "}\n";
        return "package " + packageName + ";\n\n" + importLines(packageName) + body;
    }

    private static String comment(String line) {
        return line.isBlank() ? "//\n" : "// " + line.strip() + "\n";
    }

    private String importLines(String packageName) {
        String statics = imports.staticOwners().stream()
                .map(owner -> "import static " + owner + ".*;\n")
                .collect(Collectors.joining());
        String classes = imports.classes().stream()
                .filter(name -> name.lastIndexOf('.') != packageName.length() || !name.startsWith(packageName))
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining());
        return statics + (statics.isEmpty() ? "" : "\n") + classes + "\n";
    }

    private String annotations() {
        return names(DependsOn.class, migration.dependencies())
                + names(RunBefore.class, migration.runBefore())
                + names(Replaces.class, migration.replaces())
                + migration
                        .initial()
                        .map(initial -> "@" + imports.nameOf(Initial.class) + (initial ? "\n" : "(false)\n"))
                        .orElse("")
                + (migration.atomic() ? "" : "@" + imports.nameOf(NonAtomic.class) + "\n");
    }

    private String names(Class<?> annotation, List<MigrationKey> keys) {
        if (keys.isEmpty()) {
            return "";
        }
        List<String> names = keys.stream()
                .map(key -> Literals.string(key.toString()).flat(imports))
                .toList();
        String start = "@" + imports.nameOf(annotation) + "(";
        String flat = start + (names.size() == 1 ? names.get(0) : "{" + String.join(", ", names) + "}") + ")\n";
        return flat.length() <= JavaSource.LINE_WIDTH
                ? flat
                : start + names.stream().collect(Collectors.joining(",\n    ", "{\n    ", "\n})\n"));
    }

    private String methods() {
        List<Operation> all = migration.operations().get();
        if (all.stream().mapToInt(this::length).sum() <= LONGEST_METHOD) {
            return operations(JavaSource.listOf(sources(all))) + writtenCode(all);
        }
        List<OperationGroup> groups = OperationGroup.of(all, this::length, LONGEST_METHOD);
        JavaSource[] calls = groups.stream()
                .map(group -> JavaSource.code(group.name() + "()"))
                .toArray(JavaSource[]::new);
        JavaSource joined = JavaSource.memberCall(Stream.class, "of", calls)
                .call("flatMap", JavaSource.code(imports.nameOf(List.class) + "::stream"))
                .call("toList");
        return operations(joined)
                + groups.stream()
                        .map(group -> "\n"
                                + method(
                                        "private static", group.name(), JavaSource.listOf(sources(group.operations()))))
                        .collect(Collectors.joining());
    }

    private String writtenCode(List<Operation> operations) {
        StringBuilder methods = new StringBuilder();
        for (Operation operation : operations) {
            if (operation instanceof RunJava java && java.forward() instanceof WrittenCode code) {
                code.imports().forEach(imports::nameOf);
                methods.append("\n    /** ").append(code.comment()).append(" */\n    private void ");
                methods.append(code.method())
                        .append("(")
                        .append(imports.nameOf(Models.class))
                        .append(" models) {\n");
                code.lines()
                        .forEach(line -> methods.append("        ").append(line).append("\n"));
                methods.append("    }\n");
            }
        }
        return methods.toString();
    }

    private String codeMethods() {
        JavaSource operation = JavaSource.construct(
                RunJava.class, JavaSource.code("this::forward"), JavaSource.code("this::backward"));
        return operations(JavaSource.listOf(List.of(operation)))
                + codeMethod("forward", "Changes rows of the models as they are at this point of the history.")
                + codeMethod("backward", "Undoes it. If there is nothing to undo, pass {@code RunJava.NOOP} instead.");
    }

    private String codeMethod(String name, String comment) {
        return "\n    /** " + comment + " */\n    private void " + name + "(" + imports.nameOf(Models.class)
                + " models) {\n        throw new UnsupportedOperationException(\"" + name
                + " isn't written yet\");\n    }\n";
    }

    private int length(Operation operation) {
        return operation.toSource().flat(imports).length();
    }

    private static List<JavaSource> sources(List<Operation> operations) {
        return operations.stream().map(Operation::toSource).toList();
    }

    private String operations(JavaSource result) {
        return "    @Override\n" + method("public", "operations", result);
    }

    private String method(String modifiers, String name, JavaSource result) {
        String head = "    " + modifiers + " " + imports.nameOf(List.class) + "<" + imports.nameOf(Operation.class)
                + "> " + name + "() {\n";
        String start = " ".repeat(INDENT) + "return ";
        return head + start + result.render(imports, INDENT, start.length() + 1) + ";\n    }\n";
    }
}
