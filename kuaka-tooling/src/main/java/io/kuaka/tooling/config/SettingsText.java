package io.kuaka.tooling.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Decodes settings files. */
final class SettingsText {
    private static final char MARK = '\uFEFF';

    private SettingsText() {}

    /**
     * Returns the text of a file in UTF-8, without a byte order mark.
     *
     * @throws UnreadableSettingsException if it is in another encoding
     */
    static String decode(String file, byte[] bytes) {
        if (startsWithMarkOfUtf16(bytes)) {
            throw UnreadableSettingsException.of(file, "It is encoded in UTF-16. Save it as UTF-8.");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            int line = 1 + (int) out.chars().filter(c -> c == '\n').count();
            String found = String.format(Locale.ROOT, "0x%02X", in.get(in.position()) & 0xFF);
            throw UnreadableSettingsException.at(
                    file, line, "The byte " + found + " isn't UTF-8. Save the file as UTF-8.");
        }
        String text = out.toString();
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    /**
     * Returns the text of a properties file of the application: UTF-8 or, as originally defined and still read by
     * Spring, ISO 8859-1.
     *
     * @param encoding another one that the import of the file names; empty if it names none
     * @throws UnreadableSettingsException if it is in UTF-16, or if there is no such encoding
     */
    static String decodeProperties(String file, byte[] bytes, String encoding) {
        if (!encoding.isEmpty()) {
            return new String(bytes, charset(file, encoding));
        }
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean isUtf8 = new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
        return isUtf8 || startsWithMarkOfUtf16(bytes) ? decode(file, bytes) : latin;
    }

    private static Charset charset(String file, String encoding) {
        try {
            return Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw UnreadableSettingsException.of(
                    file, "It is imported with \"encoding=" + encoding + "\", and Java knows no such encoding.");
        }
    }

    private static boolean startsWithMarkOfUtf16(byte[] bytes) {
        return startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
