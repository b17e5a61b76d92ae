package io.kuaka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions at the command line, each in a file; {@code -Dgolden=update} writes what is printed now. */
class TranscriptTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "transcripts");

    @TempDir
    private Path folder;

    @Test
    void makesAppliesAndTakesBackMigrations() throws IOException {
        play("main-loop");
    }

    @Test
    void asksAboutRenamesAtTheTerminal() throws IOException {
        play("rename-at-the-terminal");
    }

    @Test
    void guessesNothingWithoutATerminal() throws IOException {
        play("rename-without-a-terminal");
    }

    @Test
    void asksAboutValuesThatNothingMovesAndRowsThatGetAnOrder() throws IOException {
        play("moved-values");
    }

    @Test
    void asksForAValueThatSuitsTheColumn() throws IOException {
        play("not-null");
    }

    @Test
    void checksAndTriesWithoutWriting() throws IOException {
        play("check-and-dry-run");
    }

    @Test
    void makesEmptyMigrationsAndNamedOnes() throws IOException {
        play("empty-and-name");
    }

    @Test
    void splitsAppsThatNeedEachOther() throws IOException {
        play("circular-apps");
    }

    @Test
    void namesTheEndsOfAConflict() throws IOException {
        play("conflict");
    }

    @Test
    void solvesWhatDjangosUsersAreToldToSolve() throws IOException {
        play("troubleshooting");
    }

    @Test
    void mergesBranchesThatMayComeInAnyOrderAndAsksAboutOthers() throws IOException {
        play("merge");
    }

    @Test
    void adoptsTheTablesThatHbm2ddlMade() throws IOException {
        play("from-hbm2ddl");
    }

    @Test
    void writesEntitiesForTablesAndAdoptsThem() throws IOException {
        play("inspectdb");
    }

    @Test
    void adoptsTheTablesOfALiquibaseHistoryWithoutItsLibrary() throws IOException {
        play("liquibase-history");
    }

    @Test
    void adoptsTheTablesOfAFlywayHistoryAndFixesWhatDiffers() throws IOException {
        play("from-flyway");
    }

    @Test
    void showsWhatWasFoundAndWhatToDo() throws IOException {
        play("doctor");
    }

    @Test
    void mergesAtTheTerminal() throws IOException {
        play("merge-at-the-terminal");
    }

    @Test
    void updatesTheLatestMigrationAndKeepsWhatItsAuthorWrote() throws IOException {
        play("update");
    }

    @Test
    void optimizesAMigrationAndKeepsWhatItsAuthorWrote() throws IOException {
        play("optimize");
    }

    @Test
    void movesAModelToAnotherApp() throws IOException {
        play("moved-model");
    }

    @Test
    void changesATypeByHandOverSeveralMigrations() throws IOException {
        play("safe-type-change");
    }

    @Test
    void refusesChangesOfTypesThatNoDatabaseCanMake() throws IOException {
        play("refused-type-change");
    }

    @Test
    void fakesMigrationsAndShowsTheHistory() throws IOException {
        play("fake");
    }

    @Test
    void triesEachMigrationForwardBackAndForwardAgain() throws IOException {
        play("roundtrip");
    }

    @Test
    void namesMigrationsThatUseEntitiesOrHaveNoWayBack() throws IOException {
        play("live-entity");
    }

    @Test
    void namesWhatSomebodyChangedByHand() throws IOException {
        play("drift");
    }

    @Test
    void fixesAGapInTheHistoryByFaking() throws IOException {
        play("gap");
    }

    @Test
    void saysWhereAnInterruptedMigrationResumes() throws IOException {
        play("interrupted");
    }

    @Test
    void showsWhoHoldsTheLeaseAndEndsItWhenAsked() throws IOException {
        play("unlock");
    }

    @Test
    void reportsMigrationsThatWereEditedRenamedOrDeletedAfterTheyWereApplied() throws IOException {
        play("edited");
    }

    @Test
    void refusesWhatHasNoWayBackBeforeItStarts() throws IOException {
        play("irreversible");
    }

    @Test
    void saysInOneMessageWhatIsWrong() throws IOException {
        play("errors");
    }

    @Test
    void squashesMigrationsForDatabasesAtDifferentPoints() throws IOException {
        play("squash");
    }

    @Test
    void finishesASquashOnceTheDatabaseHasItAll() throws IOException {
        play("squash-finish");
    }

    @Test
    void squashesSquashes() throws IOException {
        play("squash-again");
    }

    @Test
    void squashesInPartsWhereAppsNeedEachOther() throws IOException {
        play("squash-circular-apps");
    }

    @Test
    void saysWhatCantBeSquashed() throws IOException {
        play("squash-errors");
    }

    @Test
    void makesIndexesInMigrationsOfTheirOwnThatKeepNobodyFromWriting() throws IOException {
        play("concurrently");
    }

    @Test
    void asksWhetherManyPackagesAreOneApp() throws IOException {
        play("one-app");
    }

    @Test
    void formatsTheFilesThatItWrites() throws IOException {
        play("format-command");
    }

    @Test
    void checksThatNothingIsMissing() throws IOException {
        play("check");
    }

    @Test
    void migratesSeveralDatabasesAsTheRouterSays() throws IOException {
        play("several-databases");
    }

    @Test
    void writesAnIndexBesideTheClasses() throws IOException {
        play("index-migrations");
    }

    @Test
    void bringsTenantsToModelsThatHaveHadNone() throws IOException {
        play("tenants");
    }

    /** What a message advises must be what is typed there: goals and their properties. */
    @Test
    void saysUnderMavenWhatIsTypedThere() throws IOException {
        assertIsSpelledForMaven(play("maven"));
    }

    @Test
    void namesDriftUnderMaven() throws IOException {
        assertIsSpelledForMaven(play("maven-drift"));
    }

    private static void assertIsSpelledForMaven(String played) {
        assertThat(played.lines().filter(line -> !line.contains("RunSql") && !line.startsWith("select")))
                .noneMatch(line -> line.matches(".*(?<!mvn )\\bkuaka [a-z].*|.*[( ]--[a-z].*"));
    }

    @Test
    void keepsTheScriptsOfFlyway() throws IOException {
        play("from-flyway-keep-scripts");
    }

    private String play(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        Transcript script = Transcript.read(file);
        String played = new ScriptedProject(folder.toRealPath()).play(script).text();
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(file, played);
        }
        assertThat(played).as(file.toString()).isEqualTo(Files.readString(file));
        return played;
    }
}
