package io.kuaka.loader;

import io.kuaka.migration.LazyOperations;
import io.kuaka.migration.Migration;
import io.kuaka.migration.MigrationKey;
import io.kuaka.operation.Operation;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The class of a migration: loaded, if it isn't yet, and run when its operations are first asked for. They are kept. */
final class MigrationCode implements LazyOperations {
    private final MigrationKey key;
    private final String className;
    private final ClassLoader classLoader;
    private Optional<String> knownChecksum;
    private @Nullable List<Operation> operations;

    MigrationCode(MigrationKey key, String className, ClassLoader classLoader, Optional<String> knownChecksum) {
        this.key = key;
        this.className = className;
        this.classLoader = classLoader;
        this.knownChecksum = knownChecksum;
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

    @Override
    public synchronized Optional<String> knownChecksum() {
        return knownChecksum;
    }

    @Override
    public synchronized void keepChecksum(String checksum) {
        knownChecksum = Optional.of(checksum);
    }

    @Override
    public synchronized boolean isThere() {
        return operations != null;
    }

    private List<Operation> ask() {
        try {
            Class<?> type = Class.forName(className, false, classLoader);
            Migration migration = (Migration) type.getConstructor().newInstance();
            return List.copyOf(Objects.requireNonNull(migration.operations(), "operations() returned null"));
        } catch (InvocationTargetException e) {
            throw new MigrationClassFailedException(key, className, Objects.requireNonNullElse(e.getCause(), e));
        } catch (Exception | Error e) {
            throw new MigrationClassFailedException(key, className, e);
        }
    }
}
