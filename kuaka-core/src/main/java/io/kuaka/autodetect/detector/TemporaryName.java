package io.kuaka.autodetect.detector;

import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.DropSequence;
import io.kuaka.operation.MoveSequence;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RenameSequence;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A temporary name for a table, sequence, index or constraint, so that another one can take its name.
 *
 * <p>This is how a cycle of names is broken: no index is built twice for it, and no constraint is missing meanwhile.
 */
public final class TemporaryName {
    private final ProjectState start;
    private final NameHolder holder;
    private final String name;

    private TemporaryName(ProjectState start, NameHolder holder) {
        this.start = start;
        this.holder = holder;
        this.name = Names.temporary(holder.name());
    }

    /**
     * Returns the temporary name for what has a name at the start.
     *
     * @param comparedName the name as {@link Event#freedName} gives it
     * @return empty if the name belongs only to constraints that are named after their table or columns
     */
    public static Optional<TemporaryName> insteadOf(ProjectState start, String comparedName) {
        return NameHolder.in(start, ProjectState.empty())
                .filter(holder -> holder.kind() != NameHolder.Kind.UNNAMED_CONSTRAINT)
                .filter(holder -> holder.comparedName().equals(comparedName))
                .min(Comparator.comparing(NameHolder::kind))
                .map(holder -> new TemporaryName(start, holder));
    }

    /** Returns the proposals, adapted, after one more that gives the temporary name. */
    public List<Proposal> giveBefore(List<Proposal> proposals) {
        List<Proposal> all = new ArrayList<>();
        ProjectState wanted = start;
        ProjectState state = add(all, give(), start);
        for (Proposal proposal : proposals) {
            wanted = proposal.operation().apply(proposal.app(), wanted);
            state = add(all, proposal.with(renamed(proposal, state)), state);
        }
        end(state, wanted).ifPresent(all::add);
        return all;
    }

    private static ProjectState add(List<Proposal> all, Proposal proposal, ProjectState before) {
        all.add(proposal);
        return proposal.operation().apply(proposal.app(), before);
    }

    private Proposal give() {
        String model = holder.key().name();
        Operation operation =
                switch (holder.kind()) {
                    case TABLE -> new AlterModelTable(model, name, holder.schema());
                    case SEQUENCE -> new RenameSequence(model, name);
                    case INDEX -> MemberKind.INDEX.rename(model, holder.name(), name);
                    case CONSTRAINT -> MemberKind.CONSTRAINT.rename(model, holder.name(), name);
                    case UNNAMED_CONSTRAINT ->
                        throw new IllegalStateException("\"" + holder.name() + "\" follows its table.");
                };
        return Proposal.of(holder.key().app(), operation).goingFirst();
    }

    /** Returns the operation of a proposal, adapted if it refers to the part by its former name. */
    private Operation renamed(Proposal proposal, ProjectState state) {
        return switch (holder.kind()) {
            case TABLE, UNNAMED_CONSTRAINT -> proposal.operation();
            case SEQUENCE -> renamedSequence(proposal);
            case INDEX -> renamedMember(MemberKind.INDEX, proposal, state);
            case CONSTRAINT -> renamedMember(MemberKind.CONSTRAINT, proposal, state);
        };
    }

    private Operation renamedSequence(Proposal proposal) {
        Operation operation = proposal.operation();
        if (operation instanceof MoveSequence move && move.from().equals(holder.key())) {
            return new MoveSequence(move.from().sibling(name), move.to());
        }
        if (!proposal.app().equals(holder.key().app())) {
            return operation;
        }
        if (operation instanceof RenameSequence rename && rename.oldName().equals(holder.name())) {
            return new RenameSequence(name, rename.newName());
        }
        return operation instanceof DropSequence drop && drop.name().equals(holder.name())
                ? new DropSequence(name)
                : operation;
    }

    private Operation renamedMember(MemberKind kind, Proposal proposal, ProjectState state) {
        Operation operation = proposal.operation();
        return operation
                .subject()
                .map(model -> state.models().get(new ModelKey(proposal.app(), model)))
                .filter(model -> kind.names(model).contains(name))
                .map(model -> kind.renamedIn(operation, model.name(), holder.name(), name))
                .orElse(operation);
    }

    /** A table that was named after its model isn't any more, and may have to be renamed once more. */
    private Optional<Proposal> end(ProjectState state, ProjectState wanted) {
        return state.models().entrySet().stream()
                .filter(entry -> entry.getValue().table().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(key -> end(key, wanted.model(key)));
    }

    private static Proposal end(ModelKey key, ModelState wanted) {
        return Proposal.of(key.app(), new AlterModelTable(key.name(), wanted.table(), wanted.schema()))
                .providing(Event.tableRenamed(key))
                .needing(Event.renamed(key));
    }
}
