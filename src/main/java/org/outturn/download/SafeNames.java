package org.outturn.download;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.outturn.storage.NumberedName;

/**
 * One segment of a key as the name of a file or folder that Windows, macOS and Linux can all hold
 * (Microsoft Learn, "Naming Files, Paths, and Namespaces", is the strictest of them). A name never
 * leads to another folder. Most names stay as they are; others change as little as possible, always
 * in the same way.
 */
final class SafeNames {
    /** The longest name in bytes of UTF-8, on Linux; the others take no less. */
    static final int MAX_BYTES = 255;

    private static final int MAX_EXTENSION_BYTES = 32;
    private static final int HASH_DIGITS = 8;
    private static final String FORBIDDEN = "<>:\"/\\|?*";
    private static final char INSTEAD = '_';

    private static final Pattern DEVICE =
            Pattern.compile(
                    "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3]) *(\\..*)?",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private SafeNames() {}

    /**
     * @param segment any text, even empty, {@code .} or {@code ..}
     * @return 1 to 255 bytes of UTF-8
     */
    static String of(String segment) {
        StringBuilder name = new StringBuilder(segment.length());
        segment.codePoints().forEach(c -> name.appendCodePoint(isForbidden(c) ? INSTEAD : c));
        // Windows drops dots and spaces at the end, so "a." would be "a"
        for (int i = name.length() - 1; i >= 0 && isDropped(name.charAt(i)); i--) {
            name.setCharAt(i, INSTEAD);
        }
        if (name.isEmpty() || DEVICE.matcher(name).matches()) {
            name.insert(0, INSTEAD);
        }
        return shortened(name.toString(), "", segment);
    }

    /** A safe name with a number before its extension, still safe and not too long. */
    static String numbered(String safe, int number) {
        String name = NumberedName.of(safe, number);
        return shortened(name, " (" + number + ")", safe);
    }

    /** A safe name in ASCII, for a system whose encoding cannot write it otherwise. */
    static String ascii(String safe) {
        String plain = safe.replaceAll("[^\\x20-\\x7e]", String.valueOf(INSTEAD));
        int dot = NumberedName.extensionStart(plain);
        String marked = plain.substring(0, dot) + "~" + hash(safe) + plain.substring(dot);
        return shortened(marked, "", safe);
    }

    /**
     * Names that fold to the same text may be one file on some disk: those that differ only by case
     * (Windows, macOS) or by Unicode normalisation (macOS). May fold more than a disk does.
     */
    static String fold(String name) {
        String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        // once up and down again joins what lower case alone does not, for instance ß and ss
        String folded = lower.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static boolean isForbidden(int c) {
        boolean halfCharacter = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        // these turn the direction of the text around: "gpj.exe" would read "exe.jpg"
        boolean turns = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
        return halfCharacter || turns || Character.isISOControl(c) || FORBIDDEN.indexOf(c) >= 0;
    }

    private static boolean isDropped(char c) {
        return c == '.' || c == ' ';
    }

    /**
     * Cuts the stem and marks the cut with a hash of the whole name, so that two long names that
     * begin alike stay two.
     *
     * @param mark what stands at the stem's end and is kept
     */
    private static String shortened(String name, String mark, String whole) {
        if (bytes(name) <= MAX_BYTES) {
            return name;
        }
        int dot = NumberedName.extensionStart(name);
        String extension = name.substring(dot);
        if (bytes(extension) > MAX_EXTENSION_BYTES) {
            extension = "";
        }
        String end = "~" + hash(whole) + mark + extension;
        return cut(name, MAX_BYTES - bytes(end)) + end;
    }

    private static String cut(String text, int maxBytes) {
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            used += bytes(Character.toString(c));
            if (used > maxBytes) {
                break;
            }
            kept.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return kept.toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_16BE));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
