package org.outturn.connection.profile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The text of a file that may come from any editor: UTF-8 with or without a mark at its beginning,
 * UTF-16 as Windows programs write it, and for anything else a byte for a character.
 */
final class FileText {
    /** No file of profiles is as large; a device or a mistake is. In bytes. */
    static final long LARGEST = 4L << 20;

    private static final HexFormat HEX = HexFormat.of();

    private FileText() {}

    /**
     * @throws IOException if the file cannot be read or is larger than {@value LARGEST} bytes
     */
    static String of(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("larger than any file of profiles");
        }
        return decoded(Files.readAllBytes(file));
    }

    /** Never fails. */
    static String decoded(byte[] bytes) {
        if (begins(bytes, "efbbbf")) {
            return utf8OrBytes(Arrays.copyOfRange(bytes, 3, bytes.length));
        }
        if (begins(bytes, "fffe")) {
            return after(bytes, StandardCharsets.UTF_16LE);
        }
        if (begins(bytes, "feff")) {
            return after(bytes, StandardCharsets.UTF_16BE);
        }
        return utf8OrBytes(bytes);
    }

    private static String after(byte[] bytes, Charset charset) {
        return new String(bytes, 2, bytes.length - 2, charset);
    }

    private static boolean begins(byte[] bytes, String mark) {
        byte[] wanted = HEX.parseHex(mark);
        return bytes.length >= wanted.length
                && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static String utf8OrBytes(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
