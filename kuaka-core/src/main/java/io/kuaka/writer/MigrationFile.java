package io.kuaka.writer;

/** A migration as a Java file. */
public record MigrationFile(String packageName, String className, String text) {
    /** Returns the file's name, without folders. */
    public String fileName() {
        return className + ".java";
    }

    /** Returns the file's path below a source folder, with slashes. */
    public String path() {
        return packageName.replace('.', '/') + "/" + fileName();
    }
}
