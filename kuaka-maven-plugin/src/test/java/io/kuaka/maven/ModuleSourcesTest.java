package io.kuaka.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a build has its sources. */
class ModuleSourcesTest {
    private static final Path FOLDER = Path.of("build").toAbsolutePath();

    /** They were taken for those of {@code src/main/java}, and the first migration went where nothing compiles it. */
    @Test
    void theSourcesAreWhereThePomSaysThatTheyAre() {
        ModuleSources sources = new ModuleSources(List.of(module("shop", "kuaka-core")));

        assertThat(sources.apply(FOLDER.resolve("shop/out"))).isEqualTo(FOLDER.resolve("shop/src/java"));
        assertThat(sources.apply(FOLDER.resolve("model/out"))).isNull();
    }

    /** Its migrations were written, and then nothing compiled any more. */
    @Test
    void aModuleThatCannotCompileMigrationsGetsNone() {
        ModuleSources sources =
                new ModuleSources(List.of(module("shop", "kuaka-core"), module("model", "jakarta.persistence-api")));

        assertThat(sources.apply(FOLDER.resolve("shop/out"))).isNotNull();
        assertThatIllegalStateException()
                .isThrownBy(() -> sources.apply(FOLDER.resolve("model/out")))
                .withMessage("\"model\" doesn't depend on io.kuaka:kuaka-core in scope compile, which migrations"
                        + " need. Add it to " + Path.of("build", "model", "pom.xml") + ".");
    }

    /** The message sent readers to a file that the next build overwrites. */
    @ParameterizedTest
    @CsvSource({
        "pom.xml,build/model/pom.xml",
        ".flattened-pom.xml,build/model/pom.xml",
        "target/.flattened-pom.xml,build/model/pom.xml",
        "dependency-reduced-pom.xml,build/model/pom.xml",
        "pom-jdk17.xml,build/model/pom-jdk17.xml"
    })
    void theFileToChangeIsTheOneThatSomebodyWrote(String given, String named) {
        MavenProject module = module("model", "jakarta.persistence-api");
        module.setPomFile(FOLDER.resolve("model").resolve(given).toFile());

        assertThat(ModuleSources.needsCore(module)).endsWith(" Add it to " + Path.of(named) + ".");
    }

    @ParameterizedTest
    @CsvSource({"compile,true", "provided,false", "runtime,false", "test,false"})
    void migrationsCompileOnlyWithWhatIsInScopeCompile(String scope, boolean compiles) {
        assertThat(ModuleSources.hasCore(module("shop", "kuaka-core", scope))).isEqualTo(compiles);
    }

    @Test
    void nothingIsAgainstAModuleBeforeItsDependenciesAreResolved() {
        MavenProject module = module("model", "jakarta.persistence-api");
        module.setArtifacts(Set.of());

        assertThat(new ModuleSources(List.of(module)).apply(FOLDER.resolve("model/out")))
                .isEqualTo(FOLDER.resolve("model/src/java"));
    }

    private static MavenProject module(String name, String library) {
        return module(name, library, Artifact.SCOPE_COMPILE);
    }

    private static MavenProject module(String name, String library, String scope) {
        Build build = new Build();
        build.setOutputDirectory(FOLDER.resolve(name).resolve("out").toString());
        build.setSourceDirectory(FOLDER.resolve(name).resolve("src/java").toString());
        Dependency dependency = new Dependency();
        dependency.setArtifactId(library);
        Model model = new Model();
        model.setArtifactId(name);
        model.setBuild(build);
        model.addDependency(dependency);
        MavenProject module = new MavenProject(model);
        module.setFile(new File(FOLDER.toFile(), name + "/pom.xml"));
        module.setArtifacts(
                Set.of(new DefaultArtifact("g", library, "1", scope, "jar", null, new DefaultArtifactHandler("jar"))));
        return module;
    }
}
