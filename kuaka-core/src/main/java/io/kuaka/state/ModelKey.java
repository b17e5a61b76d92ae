package io.kuaka.state;

/**
 * Names a model, or a sequence, within the whole project, as in {@code catalog.Book}.
 *
 * <p>The app's label never holds a dot. A model's name may: {@code catalog.Book.authors} is the join table of the
 * attribute {@code authors} of {@code Book}.
 */
public record ModelKey(String app, String name) implements Comparable<ModelKey> {
    public ModelKey {
        if (app.isEmpty() || app.indexOf('.') >= 0 || name.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + app + "." + name + "\" isn't a model name; write \"app.Model\", e.g. \"catalog.Book\".");
        }
    }

    /**
     * Returns the key that {@code text} writes, as in {@code catalog.Book}.
     *
     * @throws IllegalArgumentException when the text has no app before a dot
     */
    public static ModelKey parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" has no app; write \"app.Model\", e.g. \"catalog.Book\".");
        }
        return new ModelKey(text.substring(0, dot), text.substring(dot + 1));
    }

    /** Returns the key of the model that {@code name} names in the same app. */
    public ModelKey sibling(String name) {
        return new ModelKey(app, name);
    }

    /** Returns whether this is a join, collection or secondary table, which is created and dropped with its entity. */
    public boolean isPart() {
        return name.indexOf('.') > 0;
    }

    /** Returns the entity that a part belongs to. */
    public ModelKey owner() {
        return sibling(name.substring(0, name.indexOf('.')));
    }

    /** Returns the attribute of its owner that a part holds. */
    public String attribute() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** Returns the key of the same part of another entity. */
    public ModelKey withOwner(ModelKey newOwner) {
        return newOwner.sibling(newOwner.name + "." + attribute());
    }

    /** Returns whether this is a join, collection or secondary table of the entity {@code owner}. */
    public boolean isPartOf(ModelKey owner) {
        return app.equals(owner.app) && name.startsWith(owner.name + ".");
    }

    @Override
    public int compareTo(ModelKey other) {
        int byApp = app.compareTo(other.app);
        return byApp != 0 ? byApp : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return app + "." + name;
    }
}
