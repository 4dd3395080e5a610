package org.outturn.preview;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Finds out what a file is. The bytes decide where they can, then the name; the Content-Type never
 * does, because producers set none or a wrong one.
 */
final class KindFinder {
    private KindFinder() {}

    /**
     * @param head the first bytes of the file
     * @param whole whether these are all of it
     */
    static Kind of(String name, byte[] head, boolean whole) {
        Kind byMagic = byMagic(head);
        if (byMagic != Kind.BINARY) {
            return byMagic;
        }
        if (!TextDecoder.isText(head, whole)) {
            return Kind.BINARY;
        }
        String extension = extension(name);
        return switch (extension) {
            case "md", "markdown" -> Kind.MARKDOWN;
            case "json" -> Kind.JSON;
            default -> extension.isEmpty() && looksLikeJson(head) ? Kind.JSON : Kind.TEXT;
        };
    }

    private static Kind byMagic(byte[] head) {
        if (starts(head, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Kind.PNG;
        }
        if (starts(head, 0xFF, 0xD8, 0xFF)) {
            return Kind.JPEG;
        }
        if (startsWith(head, 0, "GIF87a") || startsWith(head, 0, "GIF89a")) {
            return Kind.GIF;
        }
        if (startsWith(head, 0, "BM") && head.length > 26 && head[14] != 0 && head[15] == 0) {
            return Kind.BMP;
        }
        if (startsWith(head, 0, "%PDF-")) {
            return Kind.PDF;
        }
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
            return Kind.ZIP;
        }
        if (starts(head, 0x1F, 0x8B, 8)) {
            return Kind.GZIP;
        }
        if (startsWith(head, 0, "MThd")) {
            return Kind.MIDI;
        }
        return container(head);
    }

    /** RIFF, ISO media, Matroska, MPEG audio, Ogg, TIFF. */
    private static Kind container(byte[] head) {
        if (startsWith(head, 0, "RIFF")) {
            return startsWith(head, 8, "WEBP")
                    ? Kind.OTHER_IMAGE
                    : startsWith(head, 8, "WAVE") ? Kind.AUDIO : Kind.VIDEO;
        }
        if (startsWith(head, 4, "ftyp")) {
            return startsWith(head, 8, "M4A") ? Kind.AUDIO : Kind.VIDEO;
        }
        if (starts(head, 0x1A, 0x45, 0xDF, 0xA3)) {
            return Kind.VIDEO;
        }
        if (startsWith(head, 0, "ID3")
                || startsWith(head, 0, "OggS")
                || startsWith(head, 0, "fLaC")
                || starts(head, 0xFF, 0xFB)
                || starts(head, 0xFF, 0xF3)) {
            return Kind.AUDIO;
        }
        if (starts(head, 'I', 'I', 42, 0) || starts(head, 'M', 'M', 0, 42)) {
            return Kind.OTHER_IMAGE;
        }
        return Kind.BINARY;
    }

    private static boolean looksLikeJson(byte[] head) {
        String start =
                new String(head, 0, Math.min(64, head.length), StandardCharsets.ISO_8859_1).strip();
        return start.startsWith("{\"")
                || start.startsWith("[{")
                || start.startsWith("{\n")
                || start.startsWith("{ ");
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] head, int at, String text) {
        byte[] magic = text.getBytes(StandardCharsets.US_ASCII);
        return head.length >= at + magic.length
                && Arrays.equals(head, at, at + magic.length, magic, 0, magic.length);
    }
}
