package io.kuaka.tooling.sources;

import io.kuaka.command.project.SourceFolders;
import io.kuaka.command.project.SourceLayout;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The source folders of a build's modules, as the build tool itself has them. Of what it doesn't know, the usual ones.
 *
 * @param sources returns the source folder of a folder of classes; null if it isn't that of a module. It throws an {@link
 *     IllegalStateException} that says why if the module can't have migrations
 */
public record BuildLayout(Function<Path, @Nullable Path> sources) implements SourceLayout {
    private static final SourceLayout STANDARD = new StandardLayout();

    @Override
    public Optional<SourceFolders> of(Path classes) {
        Path found;
        try {
            found = sources.apply(classes);
        } catch (IllegalStateException e) {
            throw new UnusableModuleException(String.valueOf(e.getMessage()));
        }
        return found == null ? STANDARD.of(classes) : Optional.of(NamedSources.folders(found));
    }
}
