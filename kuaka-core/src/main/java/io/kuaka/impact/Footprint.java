package io.kuaka.impact;

import io.kuaka.migration.AppliedOperation;
import io.kuaka.operation.Backfill;
import io.kuaka.state.ModelKey;
import io.kuaka.state.diff.StateDiff;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an operation changes and what it depends on, read off the states before and after it.
 *
 * <p>It depends on the states instead of the operations, so users' own operations are covered, too. SQL, Java, and
 * operations that change no model may do anything: their footprint is everything. Rows aren't covered, except those that
 * a {@link Backfill} changes.
 *
 * <p>Law: operations whose footprints don't clash give the same state in both orders.
 *
 * @param isEverything whether the operation may change anything at all
 */
public record Footprint(Set<StateElement> writes, Set<StateElement> reads, boolean isEverything) {
    public Footprint {
        writes = Collections.unmodifiableSortedSet(new TreeSet<>(writes));
        reads = Collections.unmodifiableSortedSet(new TreeSet<>(reads));
    }

    /** Returns the footprint of an operation. */
    public static Footprint of(AppliedOperation applied) {
        if (applied.operation().category().isOpaque()) {
            return new Footprint(Set.of(), Set.of(), true);
        }
        if (applied.operation() instanceof Backfill backfill) {
            return backfill.isUnderstood()
                    ? of(new ModelKey(applied.app(), backfill.model()), backfill)
                    : new Footprint(Set.of(), Set.of(), true);
        }
        if (applied.before().equals(applied.after())) {
            Set<StateElement> writes = applied.operation().subject().stream()
                    .map(model -> StateElement.of(StateElement.Kind.MODEL, new ModelKey(applied.app(), model)))
                    .collect(Collectors.toSet());
            return new Footprint(writes, Set.of(), writes.isEmpty());
        }
        return new FootprintReader(applied, StateDiff.between(applied.before(), applied.after())).read();
    }

    /** The values of a field are a piece of it: who changes the field, and who fills it, can't change places. */
    private static Footprint of(ModelKey model, Backfill backfill) {
        Set<StateElement> reads = new TreeSet<>(fields(model, backfill.fields()));
        Set<StateElement> writes = fields(model, backfill.writes());
        reads.add(StateElement.of(StateElement.Kind.MODEL, model));
        reads.add(StateElement.of(StateElement.Kind.PRIMARY_KEY, model));
        reads.removeAll(writes);
        return new Footprint(writes, reads, false);
    }

    private static Set<StateElement> fields(ModelKey model, Set<String> names) {
        return names.stream().map(name -> StateElement.field(model, name)).collect(Collectors.toSet());
    }

    /** Returns in words why the order of the two operations may matter; empty if it doesn't. */
    public Optional<String> clash(Footprint other) {
        if (isEverything || other.isEverything) {
            return Optional.of((isEverything ? "the first" : "the second") + " may change anything");
        }
        return first(writes, other.writes)
                .map(place -> "both change the " + place)
                .or(() -> first(writes, other.reads)
                        .map(place -> "the first changes the " + place + ", the second needs it"))
                .or(() -> first(reads, other.writes)
                        .map(place -> "the second changes the " + place + ", the first needs it"));
    }

    private static Optional<StateElement> first(Set<StateElement> some, Set<StateElement> others) {
        return some.stream().filter(others::contains).findFirst();
    }
}
