package org.outturn.preview;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what a file is by its first bytes, which say more than any name or Content-Type. */
final class Magic {
    private static final int LOOK_FOR_CONTROLS = 64;
    private static final int EBML_HEADER = 64;

    private record Pattern(FileKind kind, int offset, byte[] bytes) {
        static Pattern hex(FileKind kind, String hex) {
            return new Pattern(kind, 0, HexFormat.of().parseHex(hex));
        }

        static Pattern letters(FileKind kind, int offset, String letters) {
            return new Pattern(kind, offset, letters.getBytes(StandardCharsets.US_ASCII));
        }

        boolean matches(byte[] head) {
            if (head.length < offset + bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if (head[offset + i] != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Pattern> CERTAIN =
            List.of(
                    Pattern.hex(FileKind.PNG, "89504e470d0a1a0a"),
                    Pattern.hex(FileKind.JPEG, "ffd8ff"),
                    Pattern.letters(FileKind.PDF, 0, "%PDF-"),
                    Pattern.hex(FileKind.ZIP, "504b0304"),
                    Pattern.hex(FileKind.ZIP, "504b0506"),
                    Pattern.hex(FileKind.GZIP, "1f8b08"),
                    Pattern.hex(FileKind.SEVEN_ZIP, "377abcaf271c"),
                    Pattern.hex(FileKind.TIFF, "49492a00"),
                    Pattern.hex(FileKind.TIFF, "4d4d002a"),
                    Pattern.hex(FileKind.MP3, "fffb"),
                    Pattern.hex(FileKind.MP3, "fff3"),
                    Pattern.hex(FileKind.MP3, "fff2"));

    /** Letters that a text may begin with too: they count only where no text is. */
    private static final List<Pattern> LETTERS =
            List.of(
                    Pattern.letters(FileKind.GIF, 0, "GIF87a"),
                    Pattern.letters(FileKind.GIF, 0, "GIF89a"),
                    Pattern.letters(FileKind.BMP, 0, "BM"),
                    Pattern.letters(FileKind.MIDI, 0, "MThd"),
                    Pattern.letters(FileKind.MP3, 0, "ID3"),
                    Pattern.letters(FileKind.FLAC, 0, "fLaC"),
                    Pattern.letters(FileKind.OGG, 0, "OggS"),
                    Pattern.letters(FileKind.WAV, 8, "WAVE"),
                    Pattern.letters(FileKind.WEBP, 8, "WEBP"),
                    Pattern.letters(FileKind.AVI, 8, "AVI "),
                    Pattern.letters(FileKind.PARQUET, 0, "PAR1"),
                    Pattern.letters(FileKind.SQLITE, 0, "SQLite format 3"),
                    Pattern.letters(FileKind.TAR, 257, "ustar"));

    private static final Pattern EBML = Pattern.hex(FileKind.MATROSKA, "1a45dfa3");
    private static final Pattern FTYP = Pattern.letters(FileKind.MP4, 4, "ftyp");

    private Magic() {}

    /**
     * @param head the first bytes; a few hundred suffice
     * @return null when nothing is recognised, as with any text
     */
    static @Nullable FileKind kind(byte[] head) {
        for (Pattern pattern : CERTAIN) {
            if (pattern.matches(head)) {
                return pattern.kind;
            }
        }
        if (EBML.matches(head)) {
            return start(head, EBML_HEADER).contains("webm") ? FileKind.WEBM : FileKind.MATROSKA;
        }
        if (!hasControls(head)) {
            return null;
        }
        if (FTYP.matches(head)) {
            return brand(start(head, 12));
        }
        for (Pattern pattern : LETTERS) {
            if (pattern.matches(head)) {
                return pattern.kind;
            }
        }
        return null;
    }

    /** ISO base media files say in a brand of four letters what they are (ISO/IEC 14496-12). */
    private static FileKind brand(String start) {
        return switch (start.substring(Math.min(8, start.length()))) {
            case "M4A ", "M4B " -> FileKind.M4A;
            case "heic", "heix", "mif1", "msf1" -> FileKind.HEIC;
            case "avif", "avis" -> FileKind.AVIF;
            default -> FileKind.MP4;
        };
    }

    private static boolean hasControls(byte[] head) {
        for (int i = 0; i < Math.min(head.length, LOOK_FOR_CONTROLS); i++) {
            if (head[i] >= 0 && head[i] < '\t') {
                return true;
            }
        }
        return false;
    }

    private static String start(byte[] head, int length) {
        return new String(head, 0, Math.min(head.length, length), StandardCharsets.ISO_8859_1);
    }
}
