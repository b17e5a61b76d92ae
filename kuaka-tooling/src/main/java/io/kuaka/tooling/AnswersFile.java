package io.kuaka.tooling;

import io.kuaka.autodetect.question.Answers;
import io.kuaka.autodetect.question.OpenQuestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * A file with answers to the questions of {@code makemigrations}, or with questions to answer in it.
 *
 * @param name the file, relative to the workspace's folder
 */
public record AnswersFile(Workspace workspace, Path name) {
    /**
     * Returns the answers by the keys of their questions.
     *
     * @throws UnusableAnswersException if the file can't be read
     */
    public Map<String, String> read() {
        try {
            return Answers.parse(Files.readString(path()));
        } catch (NoSuchFileException e) {
            throw UnusableAnswersException.missing(name);
        } catch (IOException e) {
            throw UnusableAnswersException.unreadable(name, e);
        }
    }

    /**
     * Writes questions to answer in the file.
     *
     * @throws UnusableAnswersException if the file exists
     */
    public void write(List<OpenQuestion> questions) {
        try {
            Files.writeString(path(), Answers.write(questions), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw UnusableAnswersException.exists(name);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + name + ": " + e.getMessage(), e);
        }
    }

    private Path path() {
        return workspace.folder().resolve(name);
    }
}
