package io.kuaka.hibernate.discovery;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The annotations on a compiled class, and the classes that it uses, read without loading it.
 *
 * <p>Only what a scan needs is parsed: the class's name, the type and strings of each annotation, and the names in
 * instructions and descriptors. The format is in chapter 4 of the Java Virtual Machine Specification.
 *
 * @param className the name as in {@code com.example.Book}
 * @param annotations by the annotation's class name, its element {@code value} if that is a string, otherwise ""
 * @param constants the texts of the class file and the descriptors of the classes that it names, which {@link #uses}
 *     looks through
 */
record ClassFile(String className, Map<String, String> annotations, List<String> constants) {
    private static final int MAGIC = 0xCAFEBABE;
    private static final Pattern DESCRIBED = Pattern.compile("L([^;<(]+)[;<]");

    ClassFile {
        constants = List.copyOf(constants);
    }

    /**
     * Returns the names of the classes that the code of this one names. A text is none, even if it reads like one: the
     * name of a model is that of a class if its package is the app.
     */
    Set<String> uses() {
        Set<String> uses = new TreeSet<>();
        for (String constant : constants) {
            DESCRIBED
                    .matcher(constant)
                    .results()
                    .forEach(match -> uses.add(match.group(1).replace('/', '.')));
        }
        uses.remove(className);
        return uses;
    }

    /** Reads a class file; null if the stream is something else. */
    static @Nullable ClassFile read(InputStream stream) throws IOException {
        DataInputStream data = new DataInputStream(stream);
        if (data.readInt() != MAGIC) {
            return null;
        }
        data.readInt();
        return new Reader(data).read();
    }

    /** Reads one file from front to back. */
    private static final class Reader {
        private final DataInputStream data;
        private final @Nullable Object[] constants;

        Reader(DataInputStream data) throws IOException {
            this.data = data;
            this.constants = new Object[data.readUnsignedShort()];
            for (int i = 1; i < constants.length; i++) {
                i += constant(i);
            }
        }

        /** Reads a constant; only strings and class names matter. Returns how many further entries it takes. */
        private int constant(int index) throws IOException {
            int tag = data.readUnsignedByte();
            switch (tag) {
                case 1 -> constants[index] = data.readUTF();
                case 7 -> constants[index] = data.readUnsignedShort();
                case 8, 16, 19, 20 -> data.skipBytes(2);
                case 15 -> data.skipBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> data.skipBytes(4);
                case 5, 6 -> data.skipBytes(8);
                default -> throw new IOException("Unknown constant of kind " + tag);
            }
            return tag == 5 || tag == 6 ? 1 : 0;
        }

        ClassFile read() throws IOException {
            data.readUnsignedShort();
            int classIndex = data.readUnsignedShort();
            data.readUnsignedShort();
            data.skipBytes(2 * data.readUnsignedShort());
            members();
            members();
            Map<String, String> annotations = new LinkedHashMap<>();
            int attributes = data.readUnsignedShort();
            for (int i = 0; i < attributes; i++) {
                String name = text(data.readUnsignedShort());
                int length = data.readInt();
                if (name.equals("RuntimeVisibleAnnotations")) {
                    annotations(annotations);
                } else {
                    data.skipNBytes(length);
                }
            }
            int nameIndex = constants[classIndex] instanceof Integer number ? number : 0;
            return new ClassFile(text(nameIndex).replace('/', '.'), annotations, texts());
        }

        private void members() throws IOException {
            int count = data.readUnsignedShort();
            for (int i = 0; i < count; i++) {
                data.skipBytes(6);
                int attributes = data.readUnsignedShort();
                for (int j = 0; j < attributes; j++) {
                    data.skipBytes(2);
                    data.skipNBytes(data.readInt());
                }
            }
        }

        private void annotations(Map<String, String> found) throws IOException {
            int count = data.readUnsignedShort();
            for (int i = 0; i < count; i++) {
                String type = className(text(data.readUnsignedShort()));
                found.put(type, annotation());
            }
        }

        /** Reads the elements of an annotation and returns the string {@code value}. */
        private String annotation() throws IOException {
            String value = "";
            int count = data.readUnsignedShort();
            for (int i = 0; i < count; i++) {
                String name = text(data.readUnsignedShort());
                String text = element();
                value = name.equals("value") ? text : value;
            }
            return value;
        }

        private String element() throws IOException {
            int tag = data.readUnsignedByte();
            switch (tag) {
                case 's' -> {
                    return text(data.readUnsignedShort());
                }
                case 'e' -> data.skipBytes(4);
                case '@' -> {
                    data.skipBytes(2);
                    annotation();
                }
                case '[' -> {
                    int count = data.readUnsignedShort();
                    for (int i = 0; i < count; i++) {
                        element();
                    }
                }
                default -> data.skipBytes(2);
            }
            return "";
        }

        private List<String> texts() {
            return Stream.concat(
                            Arrays.stream(constants)
                                    .filter(String.class::isInstance)
                                    .map(String.class::cast),
                            Arrays.stream(constants)
                                    .filter(Integer.class::isInstance)
                                    .map(index -> "L" + text((Integer) index) + ";"))
                    .toList();
        }

        private String text(int index) {
            return constants[index] instanceof String text ? text : "";
        }

        /** Returns the class name of a descriptor such as {@code Ljakarta/persistence/Entity;}. */
        private static String className(String descriptor) {
            return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
        }
    }
}
