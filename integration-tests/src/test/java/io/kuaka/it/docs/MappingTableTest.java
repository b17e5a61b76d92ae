package io.kuaka.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.hibernate.MappingDifference;
import io.kuaka.it.hibernate.MappingGroup;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/mappings.md} true: it has every annotation, and the groups that it names use them. */
class MappingTableTest {
    private static final Map<String, Class<?>> PACKAGES = Map.of(
            "jakarta.persistence", jakarta.persistence.Entity.class,
            "org.hibernate.annotations", org.hibernate.annotations.Any.class,
            "org.hibernate.envers", org.hibernate.envers.AuditTable.class);

    private static final Pattern HEADING = Pattern.compile("^#+ .*`([\\w.]+)`$");
    private static final Pattern ROW = Pattern.compile("^\\| (.+?) \\| (.+?) \\|$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern TEST = Pattern.compile("(\\w+Test)#(\\w+)");

    /** Each annotation, with its package, and what the other column of its row says. */
    private static final Map<String, String> ROWS = new TreeMap<>();

    private static String page;

    @BeforeAll
    static void readTable() throws IOException {
        page = Files.readString(Path.of("..", "docs", "mappings.md"));
        String packageName = "";
        for (String line : page.lines().toList()) {
            MatchResult heading = first(HEADING, line);
            packageName = heading == null ? packageName : heading.group(1);
            MatchResult row = first(ROW, line);
            if (row != null && PACKAGES.containsKey(packageName)) {
                for (String name : names(row.group(1))) {
                    assertThat(ROWS.put(packageName + "." + name, row.group(2)))
                            .as("%s.%s is there twice", packageName, name)
                            .isNull();
                }
            }
        }
    }

    @Test
    void hasEveryAnnotation() throws Exception {
        Set<String> all = new TreeSet<>();
        for (Map.Entry<String, Class<?>> each : PACKAGES.entrySet()) {
            all.addAll(annotations(each.getKey(), each.getValue()));
        }

        assertThat(ROWS.keySet()).containsExactlyElementsOf(all);
    }

    @Test
    void namesGroupsThatUseTheAnnotation() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (MappingGroup group : MappingGroup.values()) {
            for (Class<?> type : group.types()) {
                Stream.of(
                                Stream.of(type),
                                Arrays.stream(type.getDeclaredFields()),
                                Arrays.stream(type.getDeclaredMethods()))
                        .flatMap(elements -> elements)
                        .forEach(element -> note(element, group, uses));
            }
        }

        ROWS.forEach((annotation, text) -> {
            Set<String> groups = new TreeSet<>(names(text));
            groups.removeIf(name -> !name.matches("[A-Z_]+"));
            if (!groups.isEmpty()) {
                assertThat(uses.getOrDefault(annotation, Set.of()))
                        .as(annotation)
                        .containsAll(groups);
            }
        });
    }

    @Test
    void namesTestsThatExist() throws IOException {
        List<MatchResult> tests = TEST.matcher(page).results().toList();

        assertThat(tests).isNotEmpty();
        for (MatchResult test : tests) {
            try (Stream<Path> files = Files.walk(Path.of("..", "kuaka-hibernate", "src", "test"))) {
                Path source = files.filter(file -> file.endsWith(test.group(1) + ".java"))
                        .findFirst()
                        .orElseThrow();
                assertThat(Files.readString(source)).contains("void " + test.group(2) + "(");
            }
        }
    }

    @Test
    void hasEveryDeliberateDifference() {
        assertThat(names(page))
                .contains(Stream.of(MappingDifference.values()).map(Enum::name).toArray(String[]::new));
    }

    private static Set<String> annotations(String packageName, Class<?> member) throws IOException, URISyntaxException {
        Path jar = Path.of(
                member.getProtectionDomain().getCodeSource().getLocation().toURI());
        Set<String> names = new HashSet<>();
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
                Stream<Path> classes = Files.list(files.getPath(packageName.replace('.', '/')))) {
            for (Path file :
                    classes.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                if (isAnnotation(packageName + "." + name, member.getClassLoader())) {
                    names.add(packageName + "." + name.replace('$', '.'));
                }
            }
        }
        return names;
    }

    private static boolean isAnnotation(String className, ClassLoader loader) {
        try {
            return Class.forName(className, false, loader).isAnnotation();
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void note(AnnotatedElement element, MappingGroup group, Map<String, Set<String>> uses) {
        Stream.of(element.getAnnotations()).forEach(annotation -> note(annotation, group, uses));
    }

    private static void note(Annotation annotation, MappingGroup group, Map<String, Set<String>> uses) {
        uses.computeIfAbsent(annotation.annotationType().getCanonicalName(), name -> new TreeSet<>())
                .add(group.name());
        for (Annotation meta : annotation.annotationType().getAnnotations()) {
            if (annotation.annotationType().getName().startsWith("io.kuaka.")) {
                note(meta, group, uses);
            }
        }
        for (Method attribute : annotation.annotationType().getDeclaredMethods()) {
            parts(annotation, attribute).forEach(part -> note(part, group, uses));
        }
    }

    private static List<Annotation> parts(Annotation annotation, Method attribute) {
        try {
            attribute.setAccessible(true);
            List<Annotation> parts = new ArrayList<>();
            if (attribute.invoke(annotation) instanceof Annotation part) {
                parts.add(part);
            } else if (attribute.invoke(annotation) instanceof Annotation[] several) {
                parts.addAll(List.of(several));
            }
            return parts;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MatchResult first(Pattern pattern, String line) {
        return pattern.matcher(line).results().findFirst().orElse(null);
    }

    private static List<String> names(String text) {
        return NAME.matcher(text).results().map(name -> name.group(1)).toList();
    }
}
