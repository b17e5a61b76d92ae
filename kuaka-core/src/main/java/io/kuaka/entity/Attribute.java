package io.kuaka.entity;

import io.kuaka.entity.AnnotationText.Annotation;
import java.util.List;

/**
 * An attribute of an entity.
 *
 * @param type its class with its package; what is in the same file or package has none
 * @param element the class of its elements; empty if it is no collection
 */
record Attribute(String name, String type, String element, List<Annotation> annotations) {
    Attribute {
        annotations = List.copyOf(annotations);
    }

    static Attribute of(String name, String type, List<Annotation> annotations) {
        return new Attribute(name, type, "", annotations);
    }

    /** Returns how the type is written. */
    String typeText(EntityImports imports) {
        int brackets = type.indexOf(type.endsWith(">") ? '<' : '[');
        String plain = brackets < 0 ? type : type.substring(0, brackets);
        String name = imports.nameOf(plain) + (brackets < 0 ? "" : type.substring(brackets));
        return element.isEmpty() ? name : name + "<" + imports.nameOf(element) + ">";
    }
}
