package io.kuaka;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps the main code of every module in small pieces: what is longer holds two things. Examples are not looked at. */
class SourceSizeTest {

    private static final int FILE_LIMIT = 400;
    private static final int METHOD_LIMIT = 40;
    private static final int FOLDER_LIMIT = 30;

    /** One operation and one detector per file: these folders grow with what Kuaka can do. */
    private static final List<String> ONE_IDEA_IN_MANY_FILES =
            List.of("io/kuaka/operation", "io/kuaka/autodetect/detector");

    /** File name without ending, or class and method as {@code PostgresSqlGrammar.type}, and why it may be longer. */
    private static final Map<String, String> EXEMPT = Map.of();

    private static List<Path> sources = List.of();

    /** A file or a method, by name, and its length in lines. */
    private record Piece(String name, long lines) {}

    @BeforeAll
    static void findTheSources() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root())) {
            for (Path main : modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(main)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                }
            }
        }
        sources = found;
        assertThat(sources).as("sources below " + root()).isNotEmpty();
    }

    @Test
    void filesHaveLessThan400Lines() throws IOException {
        List<Piece> files = new ArrayList<>();
        for (Path source : sources) {
            String name = source.getFileName().toString().replace(".java", "");
            files.add(new Piece(name, Files.readAllLines(source).size()));
        }

        assertThat(tooLong(files, FILE_LIMIT)).isEmpty();
    }

    @Test
    void foldersHoldAtMost30Files() {
        Map<Path, Long> folders =
                sources.stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

        assertThat(folders.entrySet().stream()
                        .filter(folder -> ONE_IDEA_IN_MANY_FILES.stream()
                                .noneMatch(folder.getKey().toString()::endsWith))
                        .filter(folder -> folder.getValue() > FOLDER_LIMIT))
                .isEmpty();
    }

    @Test
    void methodsHaveLessThan40Lines() throws IOException {
        assertThat(tooLong(methods(), METHOD_LIMIT)).isEmpty();
    }

    @Test
    void everyExemptionIsStillNeeded() throws IOException {
        List<Piece> pieces = new ArrayList<>(methods());
        for (Path source : sources) {
            pieces.add(new Piece(
                    source.getFileName().toString().replace(".java", ""),
                    Files.readAllLines(source).size()));
        }

        assertThat(EXEMPT.keySet()).allSatisfy(name -> assertThat(pieces)
                .as(name)
                .anyMatch(piece -> piece.name().equals(name)
                        && piece.lines() >= (name.contains(".") ? METHOD_LIMIT : FILE_LIMIT)));
    }

    private static List<Piece> tooLong(List<Piece> pieces, int limit) {
        return pieces.stream()
                .filter(piece -> piece.lines() >= limit && !EXEMPT.containsKey(piece.name()))
                .toList();
    }

    private static List<Piece> methods() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<Piece> methods = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                new MethodScanner(unit, positions, methods).scan(unit, null);
            }
            return methods;
        }
    }

    /** Collects the methods of one file. The Javadoc doesn't count, annotations and the signature do. */
    private static final class MethodScanner extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Piece> methods;
        private final Deque<String> classes = new ArrayDeque<>();

        MethodScanner(CompilationUnitTree unit, SourcePositions positions, List<Piece> methods) {
            this.unit = unit;
            this.positions = positions;
            this.methods = methods;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            classes.push(tree.getSimpleName().toString());
            super.visitClass(tree, nothing);
            classes.pop();
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            LineMap lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, tree));
            long last = lines.getLineNumber(positions.getEndPosition(unit, tree));
            methods.add(new Piece(classes.peek() + "." + tree.getName(), last - first + 1));
            return super.visitMethod(tree, nothing);
        }
    }

    /** The folder of the whole project: the nearest one upwards that holds Maven's own. */
    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No folder above the working directory holds .mvn");
    }
}
