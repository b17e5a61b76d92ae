package io.kuaka.migration;

import io.kuaka.operation.Operation;
import java.util.List;

/**
 * One step of an app's history: a public final class named as in {@code M0002_book_isbn}, with a no-argument
 * constructor, in the package {@code migrations} of its app.
 *
 * <p>Annotations declare its place in history, and can be read without running the class: {@link DependsOn},
 * {@link RunBefore}, {@link Replaces}, {@link Initial}, {@link NonAtomic}.
 */
public interface Migration {
    /** Returns the operations of this migration, in order; the same each time. */
    List<Operation> operations();
}
