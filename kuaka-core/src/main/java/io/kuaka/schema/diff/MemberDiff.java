package io.kuaka.schema.diff;

import io.kuaka.schema.table.Rename;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What happens to a table's parts of one kind, for instance its indexes, when the table changes.
 *
 * @param dropped parts that are dropped, with their old names
 * @param renamed parts of which only the names change
 * @param added parts that are added
 */
public record MemberDiff<T>(List<T> dropped, List<Rename> renamed, List<T> added) {
    public MemberDiff {
        dropped = List.copyOf(dropped);
        renamed = List.copyOf(renamed);
        added = List.copyOf(added);
    }

    /** Returns whether nothing changes. */
    public boolean isEmpty() {
        return dropped.isEmpty() && renamed.isEmpty() && added.isEmpty();
    }

    /** Compares parts by their names, and by everything else about them. */
    record Matcher<T>(Function<T, String> name, Function<String, String> spelling, Function<T, String> rule) {
        MemberDiff<T> diff(List<T> before, List<T> after, Predicate<T> mustBeMadeAgain) {
            List<T> gone = new ArrayList<>(before);
            List<T> come = new ArrayList<>();
            for (T part : after) {
                if (mustBeMadeAgain.test(part)
                        || take(gone, other -> isSame(part, other)).isEmpty()) {
                    come.add(part);
                }
            }
            List<Rename> renamed = new ArrayList<>();
            List<T> added = new ArrayList<>();
            for (T part : come) {
                Optional<T> old = mustBeMadeAgain.test(part)
                        ? Optional.empty()
                        : take(gone, other -> rule.apply(part).equals(rule.apply(other)));
                old.ifPresentOrElse(
                        found -> renamed.add(new Rename(name.apply(found), name.apply(part))), () -> added.add(part));
            }
            return new MemberDiff<>(gone, renamed, added);
        }

        private boolean isSame(T part, T other) {
            return part.equals(other)
                    || (spelling.apply(name.apply(part)).equals(spelling.apply(name.apply(other)))
                            && rule.apply(part).equals(rule.apply(other)));
        }

        private static <T> Optional<T> take(List<T> parts, Predicate<T> matches) {
            for (Iterator<T> all = parts.iterator(); all.hasNext(); ) {
                T part = all.next();
                if (matches.test(part)) {
                    all.remove();
                    return Optional.of(part);
                }
            }
            return Optional.empty();
        }
    }
}
