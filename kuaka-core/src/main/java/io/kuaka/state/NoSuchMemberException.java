package io.kuaka.state;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thrown when a model doesn't have the named field, index or constraint at this point of history. */
public final class NoSuchMemberException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String name;
    private final String model;
    private final List<String> known;

    NoSuchMemberException(String kind, String name, String model, Collection<String> known) {
        this(kind, name, model, known, null);
    }

    private NoSuchMemberException(
            String kind, String name, String model, Collection<String> known, @Nullable String place) {
        super("Model \"" + model + "\" has no " + kind + " \"" + name + "\"" + before(place) + ". It has: "
                + (known.isEmpty()
                        ? "none"
                        : known.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", ")))
                + ".");
        this.kind = kind;
        this.name = name;
        this.model = model;
        this.known = List.copyOf(known);
    }

    /** Returns the name that was looked up. */
    public String name() {
        return name;
    }

    @Override
    public MigrationException at(String place) {
        return new NoSuchMemberException(kind, name, model, known, place);
    }
}
