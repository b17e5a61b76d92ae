package io.kuaka.loader;

import io.kuaka.migration.DependsOn;
import io.kuaka.migration.Initial;
import io.kuaka.migration.Migration;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.migration.NonAtomic;
import io.kuaka.migration.Replaces;
import io.kuaka.migration.Retired;
import io.kuaka.migration.RunBefore;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A class in a package of migrations, read without being initialized. Problems are added to a list. */
final class MigrationClass {
    /** What the name of a class has before that of its migration. */
    static final String PREFIX = "M";

    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+_\\w+)", Pattern.UNICODE_CHARACTER_CLASS);

    private final String app;
    private final Class<?> type;
    private final List<String> problems;

    MigrationClass(String app, Class<?> type, List<String> problems) {
        this.app = app;
        this.type = type;
        this.problems = problems;
    }

    /**
     * Returns whether a class with this simple name claims to be a migration. Others may be anything, from any library.
     */
    static boolean isNamedLikeOne(String simpleName) {
        return NAME.matcher(simpleName).matches();
    }

    /** Returns the migration; empty if the class isn't one, is no longer one, or has problems. */
    Optional<MigrationNode> read() {
        if (type.isAnnotationPresent(Retired.class)) {
            return Optional.empty();
        }
        boolean isMigration = Migration.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
        Matcher name = NAME.matcher(type.getSimpleName());
        if (!isMigration && !name.matches()) {
            return Optional.empty();
        }
        if (!isMigration) {
            return problem(
                    "has a migration's name but doesn't implement Migration. Implement it, or rename the class.");
        }
        if (!name.matches()) {
            return problem("is a migration, but its name isn't \"M\", a number, an underscore and a word, e.g."
                    + " \"M0002_book_isbn\".");
        }
        if (!hasConstructor()) {
            return problem("must be a public class with a public no-argument constructor.");
        }
        MigrationKey key = new MigrationKey(app, name.group(1));
        return Optional.of(new MigrationNode(
                key,
                keys(DependsOn.class, DependsOn::value),
                keys(RunBefore.class, RunBefore::value),
                keys(Replaces.class, Replaces::value),
                Optional.ofNullable(type.getAnnotation(Initial.class)).map(Initial::value),
                !type.isAnnotationPresent(NonAtomic.class),
                new MigrationCode(key, type.getName(), type.getClassLoader(), Optional.empty())));
    }

    private Optional<MigrationNode> problem(String words) {
        problems.add("Class \"" + type.getName() + "\" " + words);
        return Optional.empty();
    }

    private boolean hasConstructor() {
        try {
            return Modifier.isPublic(type.getModifiers() & type.getConstructor().getModifiers());
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private <A extends Annotation> List<MigrationKey> keys(Class<A> annotation, Function<A, String[]> value) {
        A present = type.getAnnotation(annotation);
        List<MigrationKey> keys = new ArrayList<>();
        for (String text : present == null ? new String[0] : value.apply(present)) {
            try {
                keys.add(MigrationKey.parse(text));
            } catch (IllegalArgumentException e) {
                problems.add("Class \"" + type.getName() + "\" has a @" + annotation.getSimpleName()
                        + " that can't be read: " + e.getMessage());
            }
        }
        return keys;
    }
}
