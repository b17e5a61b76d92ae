package io.kuaka.command.project;

import java.nio.file.Path;

/**
 * Where the sources of a module are.
 *
 * @param main the folder into which migrations are written
 * @param test the folder of the tests, which may use code of migrations
 */
public record SourceFolders(Path main, Path test) {}
