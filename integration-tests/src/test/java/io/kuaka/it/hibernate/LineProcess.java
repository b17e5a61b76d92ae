package io.kuaka.it.hibernate;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Runs a reader of {@link TestedLine}, and hands its result to the process that started it. */
final class LineProcess {
    private LineProcess() {}

    /** Arguments are the class of the reader and the file for its result. */
    public static void main(String[] arguments) throws Exception {
        Supplier<?> reader =
                (Supplier<?>) Class.forName(arguments[0]).getConstructor().newInstance();
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
            out.writeObject(reader.get());
        }
    }

    /** Returns what a reader has left in a file, and deletes it. */
    @SuppressWarnings("unchecked")
    static <T> T result(Path file) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            return (T) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the types of a reading are the JDK's", e);
        } finally {
            Files.delete(file);
        }
    }
}
