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
import io.kuaka.operation.Operation;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A class in a package of migrations, read without being initialized. Problems are added to a list. */
final class MigrationClass {
    private static final Pattern NAME = Pattern.compile("M(\\d+_\\w+)", Pattern.UNICODE_CHARACTER_CLASS);

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
        Optional<Constructor<?>> constructor = constructor();
        if (constructor.isEmpty()) {
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
                new Operations(key, constructor.get())));
    }

    private Optional<MigrationNode> problem(String words) {
        problems.add("Class \"" + type.getName() + "\" " + words);
        return Optional.empty();
    }

    private Optional<Constructor<?>> constructor() {
        try {
            return Modifier.isPublic(type.getModifiers()) ? Optional.of(type.getConstructor()) : Optional.empty();
        } catch (NoSuchMethodException e) {
            return Optional.empty();
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

    /** Runs the class when its operations are first asked for, and keeps them. */
    private static final class Operations implements Supplier<List<Operation>> {
        private final MigrationKey key;
        private final Constructor<?> constructor;
        private @Nullable List<Operation> operations;

        Operations(MigrationKey key, Constructor<?> constructor) {
            this.key = key;
            this.constructor = constructor;
        }

        @Override
        public synchronized List<Operation> get() {
            List<Operation> known = operations;
            if (known == null) {
                known = ask();
                operations = known;
            }
            return known;
        }

        private List<Operation> ask() {
            try {
                List<Operation> told = ((Migration) constructor.newInstance()).operations();
                return List.copyOf(Objects.requireNonNull(told, "operations() returned null"));
            } catch (InvocationTargetException e) {
                throw failed(Objects.requireNonNullElse(e.getCause(), e));
            } catch (Exception | Error e) {
                throw failed(e);
            }
        }

        private MigrationClassFailedException failed(Throwable cause) {
            return new MigrationClassFailedException(key, constructor.getDeclaringClass(), cause);
        }
    }
}
