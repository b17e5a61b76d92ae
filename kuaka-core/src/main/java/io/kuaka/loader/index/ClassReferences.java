package io.kuaka.loader.index;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells whether nothing but its own file and Kuaka decides what a class is and does: it uses no other class of the
 * application, and none of Java's through which the outside is seen.
 *
 * <p>All classes whose code a class may run are among the constants of its file (Java Virtual Machine Specification,
 * 4.4). In doubt a class depends on others.
 */
final class ClassReferences {
    /** Of {@code io.kuaka}: an application of ours may have other packages there. */
    private static final Pattern OF_KUAKA = Pattern.compile(
            "io/kuaka/(base|data|expression|impact|operation|schema|source|state|migration(?!/OperationOf$))/.+");

    private static final Pattern OF_JAVA = Pattern.compile(
            "java/(math/\\w+|time/(\\w+|temporal/\\w+)|lang/invoke/[\\w$]+" + "|util/(function|stream)/[\\w$]+)");

    private static final Set<String> SINGLE = Set.of(
            "java/lang/Object",
            "java/lang/String",
            "java/lang/CharSequence",
            "java/lang/StringBuilder",
            "java/lang/Record",
            "java/lang/Number",
            "java/lang/Boolean",
            "java/lang/Character",
            "java/lang/Byte",
            "java/lang/Short",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Float",
            "java/lang/Double",
            "java/lang/Math",
            "java/lang/Iterable",
            "java/lang/Comparable",
            "java/lang/Exception",
            "java/lang/RuntimeException",
            "java/lang/IllegalStateException",
            "java/lang/IllegalArgumentException",
            "java/lang/UnsupportedOperationException",
            "java/util/Iterator",
            "java/util/Collection",
            "java/util/Collections",
            "java/util/List",
            "java/util/ArrayList",
            "java/util/Arrays",
            "java/util/Set",
            "java/util/LinkedHashSet",
            "java/util/TreeSet",
            "java/util/Map",
            "java/util/Map$Entry",
            "java/util/LinkedHashMap",
            "java/util/TreeMap",
            "java/util/Objects",
            "java/util/Optional",
            "java/util/UUID");

    /** Methods of those classes that tell of the time, the system's properties, chance, or classes by their names. */
    private static final Pattern SEES_OUTSIDE = Pattern.compile("java/time/[\\w/]+\\.(now|system\\w*|tick\\w*)"
            + "|java/lang/(Boolean\\.getBoolean|Integer\\.getInteger|Long\\.getLong|Math\\.random)"
            + "|java/lang/invoke/MethodHandles.*|java/util/(UUID\\.randomUUID|Collections\\.shuffle)");

    private static final int MAGIC = 0xCAFEBABE;

    /** A field or method that is used, by the numbers of its class and of its name. */
    private record Member(int type, int name) {}

    /**
     * The constants of a class file that are names.
     *
     * @param named the number of the text that names a class or a member, by the number of that class or member
     * @param classes the numbers of the classes
     */
    private record Constants(
            Map<Integer, String> texts, Map<Integer, Integer> named, List<Integer> classes, List<Member> members) {
        static Constants empty() {
            return new Constants(new HashMap<>(), new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        }

        String name(int number) {
            return texts.getOrDefault(named.getOrDefault(number, 0), "");
        }
    }

    private ClassReferences() {}

    /** Returns whether the class of a file depends on nothing else. */
    static boolean areHarmless(byte[] file) {
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(file))) {
            if (data.readInt() != MAGIC) {
                return false;
            }
            data.readInt();
            Constants constants = constants(data);
            data.readUnsignedShort();
            String own = constants.name(data.readUnsignedShort());
            return classes(constants).allMatch(name -> name.equals(own) || isHarmless(name))
                    && members(constants).noneMatch(SEES_OUTSIDE.asMatchPredicate());
        } catch (IOException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static boolean isHarmless(String name) {
        if (name.startsWith("[")) {
            String element = name.replaceFirst("^\\[+", "");
            return !element.startsWith("L") || isHarmless(element.substring(1, element.length() - 1));
        }
        return SINGLE.contains(name)
                || OF_JAVA.matcher(name).matches()
                || OF_KUAKA.matcher(name).matches();
    }

    private static Stream<String> classes(Constants constants) {
        return constants.classes().stream().map(constants::name);
    }

    /** Returns the fields and methods that are used, each behind its class. */
    private static Stream<String> members(Constants constants) {
        return constants.members().stream()
                .map(member -> constants.name(member.type()) + "." + constants.name(member.name()));
    }

    private static Constants constants(DataInputStream data) throws IOException {
        int count = data.readUnsignedShort();
        Constants constants = Constants.empty();
        for (int i = 1; i < count; i++) {
            int tag = data.readUnsignedByte();
            switch (tag) {
                case 1 -> constants.texts().put(i, data.readUTF());
                case 7 -> {
                    constants.classes().add(i);
                    constants.named().put(i, data.readUnsignedShort());
                }
                case 9, 10, 11 ->
                    constants.members().add(new Member(data.readUnsignedShort(), data.readUnsignedShort()));
                case 12 -> {
                    constants.named().put(i, data.readUnsignedShort());
                    data.skipNBytes(2);
                }
                case 8, 16, 19, 20 -> data.skipNBytes(2);
                case 15 -> data.skipNBytes(3);
                case 3, 4, 17, 18 -> data.skipNBytes(4);
                case 5, 6 -> {
                    data.skipNBytes(8);
                    i++;
                }
                default -> throw new IOException("Unknown constant of kind " + tag);
            }
        }
        return constants;
    }
}
