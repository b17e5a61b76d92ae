package io.kuaka.migration;

import io.kuaka.operation.Operation;
import java.util.List;

/**
 * One step of an app's history: a public final class named as in {@code M0002_book_isbn}, with a constructor without
 * parameters, in the package {@code migrations} of its app.
 *
 * <p>Where it stands in history is said by annotations, which can be read without running the class: {@link DependsOn},
 * {@link RunBefore}, {@link Replaces}, {@link Initial}, {@link NonAtomic}.
 */
public interface Migration {
    /** Returns what this migration does, in order; the same each time. */
    List<Operation> operations();
}
