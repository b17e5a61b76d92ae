package io.kuaka.command.project;

import java.nio.file.Path;

/**
 * The source folders of a module.
 *
 * @param main the folder to which migrations are written
 * @param test the folder of the tests, which may use code of migrations
 */
public record SourceFolders(Path main, Path test) {}
