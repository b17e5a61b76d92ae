package io.kuaka.migration;

import io.kuaka.base.Internal;
import io.kuaka.operation.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The operations of a migration, whose code runs when they are first asked for. */
@Internal
@FunctionalInterface
public interface LazyOperations extends Supplier<List<Operation>> {
    /** Returns the checksum of the operations if it is known without running the code, as an index has it. */
    default Optional<String> knownChecksum() {
        return Optional.empty();
    }

    /** Takes the checksum of the operations, so that it may be known from now on. */
    default void keepChecksum(String checksum) {}

    /** Returns whether the operations are there already, so that asking for them runs no code. */
    default boolean isThere() {
        return false;
    }
}
