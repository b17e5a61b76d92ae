package io.kuaka.migration;

import io.kuaka.base.Internal;
import io.kuaka.base.MigrationException;
import io.kuaka.operation.Operation;
import io.kuaka.routing.Placement;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A migration with its place in history, known without running its code.
 *
 * <p>The operations are read only when they are needed. Dependencies may still be {@code __first__} or {@code
 * __latest__}; the graph resolves them.
 *
 * @param initial the value of {@link Initial}; empty without it
 * @param atomic whether the migration runs in a transaction
 * @param placement the database that it is looked at for, and which of its operations run there
 */
@Internal
public record MigrationNode(
        MigrationKey key,
        List<MigrationKey> dependencies,
        List<MigrationKey> runBefore,
        List<MigrationKey> replaces,
        Optional<Boolean> initial,
        boolean atomic,
        LazyOperations operations,
        Placement placement) {
    public MigrationNode {
        dependencies = List.copyOf(dependencies);
        runBefore = List.copyOf(runBefore);
        replaces = List.copyOf(replaces);
    }

    /** Makes a migration for a database that has everything. */
    public MigrationNode(
            MigrationKey key,
            List<MigrationKey> dependencies,
            List<MigrationKey> runBefore,
            List<MigrationKey> replaces,
            Optional<Boolean> initial,
            boolean atomic,
            LazyOperations operations) {
        this(key, dependencies, runBefore, replaces, initial, atomic, operations, Placement.only());
    }

    /** Returns an atomic migration that replaces nothing. */
    public static MigrationNode of(MigrationKey key, List<MigrationKey> dependencies, List<Operation> operations) {
        List<Operation> copy = List.copyOf(operations);
        return new MigrationNode(key, dependencies, List.of(), List.of(), Optional.empty(), true, () -> copy);
    }

    /** Returns this migration with other operations. */
    public MigrationNode withOperations(List<Operation> newOperations) {
        List<Operation> copy = List.copyOf(newOperations);
        return new MigrationNode(key, dependencies, runBefore, replaces, initial, atomic, () -> copy, placement);
    }

    /** Returns this migration as it is on a database. */
    public MigrationNode on(Placement newPlacement) {
        return new MigrationNode(key, dependencies, runBefore, replaces, initial, atomic, operations, newPlacement);
    }

    /** Returns whether an operation of this migration, or its inverse, changes the database that it is looked at for. */
    public boolean runs(Operation operation) {
        return operation.isOn(placement, key.app());
    }

    /** Returns this migration under another name, with other dependencies. */
    public MigrationNode withKey(MigrationKey newKey, Collection<MigrationKey> newDependencies) {
        List<MigrationKey> sorted = List.copyOf(new TreeSet<>(newDependencies));
        return new MigrationNode(newKey, sorted, runBefore, replaces, initial, atomic, operations::get, placement);
    }

    /** Returns whether the migration creates the first tables of its app. */
    public boolean isInitial() {
        return initial.orElseGet(() ->
                dependencies.stream().noneMatch(dependency -> dependency.app().equals(key.app())));
    }

    /**
     * Returns the state after this migration.
     *
     * @throws io.kuaka.base.MigrationException with the operation's place, if it doesn't fit the state
     */
    public ProjectState apply(ProjectState before) {
        List<ProjectState> states = states(before);
        return states.get(states.size() - 1);
    }

    /** Returns the states before the first operation of this migration, after it, and so on until after the last. */
    public List<ProjectState> states(ProjectState before) {
        List<ProjectState> states = new ArrayList<>(List.of(before));
        replay(before).forEach(applied -> states.add(applied.after()));
        return states;
    }

    /**
     * Returns the operations of this migration, each with the states before and after it.
     *
     * @throws io.kuaka.base.MigrationException with the operation's place, if it doesn't fit the state
     * @throws TransactionForbiddenException if this migration is atomic and an operation can't run in a transaction
     */
    public List<AppliedOperation> replay(ProjectState before) {
        List<AppliedOperation> replayed = new ArrayList<>();
        ProjectState state = before;
        for (Operation operation : operations.get()) {
            int index = replayed.size();
            if (atomic && operation.runsOutsideTransaction()) {
                throw new TransactionForbiddenException(placeOf(operation, index));
            }
            ProjectState after = apply(operation, index, state);
            replayed.add(new AppliedOperation(key, index, operation, state, after));
            state = after;
        }
        return replayed;
    }

    private ProjectState apply(Operation operation, int index, ProjectState before) {
        try {
            return operation.apply(key.app(), before);
        } catch (MigrationException e) {
            throw e.at(placeOf(operation, index));
        } catch (RuntimeException | Error e) {
            throw blamed(operation, index, e);
        }
    }

    /**
     * Returns the exception for something that an operation threw; for an operation of the application, it is an error
     * in the application.
     */
    public RuntimeException blamed(Operation operation, int index, Throwable thrown) {
        boolean isOwn = operation.getClass().getName().startsWith("io.kuaka.");
        if (!isOwn && !(thrown instanceof MigrationException)) {
            return new CustomOperationFailedException(placeOf(operation, index), operation.getClass(), thrown);
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    /**
     * Returns the inverses of all operations, the last one's first.
     *
     * @param before the state before this migration
     * @throws io.kuaka.operation.IrreversibleOperationException with the operation's place, if one is irreversible
     */
    public List<Operation> inverses(ProjectState before) {
        List<Operation> inverses = new ArrayList<>();
        replay(before).forEach(applied -> inverses.add(0, applied.inverse()));
        return inverses;
    }

    /** Returns the place of an operation for messages, as in {@code catalog.0002_tags, operation 1 (…)}. */
    public String placeOf(Operation operation, int index) {
        return placeOf(key, operation, index);
    }

    static String placeOf(MigrationKey migration, Operation operation, int index) {
        return migration + ", operation " + (index + 1) + " (" + operation.describe() + ")";
    }
}
