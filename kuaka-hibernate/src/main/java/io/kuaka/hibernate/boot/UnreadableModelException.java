package io.kuaka.hibernate.boot;

import io.kuaka.base.MigrationException;
import io.kuaka.hibernate.line.HibernateLine;
import jakarta.persistence.PersistenceException;
import java.io.Serial;
import org.hibernate.boot.InvalidMappingException;

/** Thrown when Hibernate itself can't read the entities. */
public final class UnreadableModelException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    public UnreadableModelException(RuntimeException cause) {
        super(
                "Hibernate can't read the entities: " + reason(cause)
                        + ". Fix the mapping it names; no database is involved.",
                cause);
    }

    /** A class is missing, or isn't the one that Kuaka was compiled with. */
    public UnreadableModelException(LinkageError cause) {
        super(unusable(cause), cause);
    }

    /** It was thrown by application code that Hibernate runs. */
    public UnreadableModelException(Error cause) {
        super(
                "Hibernate can't read the entities: " + (cause.getCause() == null ? cause : cause.getCause())
                        + ". It is thrown by code of the application, such as the initializer of a class; -v 3 shows where.",
                cause);
    }

    private static String unusable(LinkageError cause) {
        String version;
        try {
            version = HibernateLine.present().version();
        } catch (LinkageError e) {
            return "Hibernate isn't on the project's class path, so entities can't be read. Add"
                    + " org.hibernate.orm:hibernate-core to the project, or run the command in the module that has it.";
        }
        return "Kuaka can't use Hibernate " + version + " to read the entities: " + cause
                + ". It is tested with Hibernate " + HibernateLine.known()
                + ", and needs the entities' dependencies on the project's class path.";
    }

    /** The error in a mapping file, or the exception of application code, is at the end of the chain of causes. */
    private static String reason(RuntimeException failure) {
        String message =
                failure instanceof PersistenceException ? String.valueOf(failure.getMessage()) : failure.toString();
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (message.contains(String.valueOf(root.getMessage())) && !message.endsWith("null")) {
            return message;
        }
        String detail = (failure instanceof InvalidMappingException
                        ? String.valueOf(root.getMessage())
                        : root.toString())
                .replaceAll("\\s*\\R(Message: )?", ": ");
        return message + ": " + detail.replaceAll("[.\\s]+$", "");
    }
}
