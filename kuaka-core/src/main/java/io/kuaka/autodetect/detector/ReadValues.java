package io.kuaka.autodetect.detector;

import io.kuaka.expression.Expression;
import io.kuaka.operation.Category;
import io.kuaka.operation.FieldOperation;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what the values for existing rows are read from: it is removed only when they have been read, and added before if it
 * is new.
 *
 * <p>Fields are known by their names. The columns that SQL names may be those of the table at hand, and of every table that it
 * names.
 */
public final class ReadValues {
    private final List<Proposal> proposals;
    private final List<Fill> fills;
    private final List<Set<Event>> needs = new ArrayList<>();

    /** Rows of a model get values in a field. */
    private record Fill(ModelKey model, String field, Expression value) {
        private Event event() {
            return Event.filled(model, field);
        }

        private boolean reads(ModelKey key, ModelState table, Field other) {
            boolean isOwn = key.equals(model);
            return (isOwn && value.fields().contains(other.name()))
                    || ((isOwn || value.mentionsTable(table.table()))
                            && other.columns().stream().anyMatch(value::mentionsColumn));
        }
    }

    private ReadValues(ProjectState start, List<Proposal> proposals) {
        this.proposals = proposals;
        this.fills = fills(proposals);
        ProjectState before = start;
        for (Proposal proposal : proposals) {
            ProjectState after = proposal.operation().apply(proposal.app(), before);
            needs.add(needs(proposal, before, after));
            before = after;
        }
    }

    /**
     * Returns the proposals, with the values that they wait for.
     *
     * @param proposals in the order in which they were made
     */
    public static List<Proposal> note(ProjectState start, List<Proposal> proposals) {
        return fills(proposals).isEmpty() ? proposals : new ReadValues(start, proposals).noted();
    }

    /**
     * Checks that all values are read before they are removed.
     *
     * @param sorted the proposals of each app, in the order to carry them out
     * @throws UnreadableValueException if something has to be removed first
     */
    public static void require(Collection<List<Proposal>> sorted) {
        for (List<Proposal> list : sorted) {
            for (Proposal filling : list) {
                filling.provides().stream()
                        .filter(Event::isFilled)
                        .flatMap(event -> list.subList(0, list.indexOf(filling)).stream()
                                .filter(removal -> removal.needs().contains(event) && isNeeded(removal, filling, list))
                                .map(removal -> new UnreadableValueException(event, removal)))
                        .findFirst()
                        .ifPresent(exception -> {
                            throw exception;
                        });
            }
        }
    }

    /** Returns whether a proposal can't come after another one, which waits for it. */
    private static boolean isNeeded(Proposal first, Proposal next, List<Proposal> all) {
        Set<Proposal> seen = new HashSet<>();
        Deque<Proposal> open = new ArrayDeque<>(List.of(next));
        while (!open.isEmpty()) {
            Proposal waiting = open.pop();
            for (Proposal other : all) {
                if (!Collections.disjoint(other.provides(), waiting.needs()) && seen.add(other)) {
                    open.add(other);
                }
            }
        }
        return seen.contains(first);
    }

    private static List<Fill> fills(List<Proposal> proposals) {
        return proposals.stream()
                .flatMap(proposal -> fill(proposal).stream())
                .filter(fill -> !fill.value().isSameForAllRows())
                .toList();
    }

    private static List<Fill> fill(Proposal proposal) {
        return proposal.operation() instanceof FieldOperation operation
                ? operation.fill().stream()
                        .map(value ->
                                new Fill(new ModelKey(proposal.app(), operation.model()), operation.fieldName(), value))
                        .toList()
                : List.of();
    }

    /** Returns the values that have to be read before a proposal removes what they are read from. */
    private Set<Event> needs(Proposal proposal, ProjectState before, ProjectState after) {
        Set<Event> read = new LinkedHashSet<>();
        if (proposal.operation().category() == Category.REMOVAL) {
            subject(proposal, before).forEach((key, model) -> {
                Map<String, Field> rest = after.hasModel(key) ? after.model(key).fields() : Map.of();
                model.fields().values().stream()
                        .filter(field -> !rest.containsKey(field.name()))
                        .forEach(field -> fills.stream()
                                .filter(fill -> fill.reads(key, model, field))
                                .forEach(fill -> read.add(fill.event())));
            });
        }
        return read;
    }

    private static Map<ModelKey, ModelState> subject(Proposal proposal, ProjectState state) {
        return proposal.operation()
                .subject()
                .map(model -> new ModelKey(proposal.app(), model))
                .filter(state::hasModel)
                .map(key -> Map.of(key, state.model(key)))
                .orElse(Map.of());
    }

    private List<Proposal> noted() {
        List<Proposal> noted = new ArrayList<>();
        for (int i = 0; i < proposals.size(); i++) {
            noted.add(proposals
                    .get(i)
                    .needing(needs.get(i))
                    .providing(fill(proposals.get(i)).stream().map(Fill::event).toList()));
        }
        return noted;
    }
}
