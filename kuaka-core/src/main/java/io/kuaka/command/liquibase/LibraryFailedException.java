package io.kuaka.command.liquibase;

import java.io.Serial;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Thrown when a {@link Library} fails, or isn't as Kuaka knows it. */
final class LibraryFailedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private LibraryFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static LibraryFailedException missing(String what, @Nullable Throwable cause) {
        return new LibraryFailedException("this version of it doesn't have " + what, cause);
    }

    /** Returns the failure with the library's own words in one line. */
    static LibraryFailedException of(Throwable cause) {
        if (cause instanceof VirtualMachineError error) {
            throw error;
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new LibraryFailedException(
                message.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(" ")),
                cause);
    }

    /** Returns what the library threw of a class with a simple name, as itself or as a cause. */
    Optional<Throwable> caused(String simpleName) {
        return Stream.<@Nullable Throwable>iterate(getCause(), each -> each != null, each -> each.getCause())
                .limit(20)
                .flatMap(Stream::ofNullable)
                .filter(each -> each.getClass().getSimpleName().equals(simpleName))
                .findFirst();
    }
}
