package org.outturn.sample;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding as AWS has it: all but {@code A-Z a-z 0-9 - . _ ~}, of UTF-8, upper case. */
final class Percent {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Percent() {}

    /** Encodes all of it, {@code /} included. */
    static String encode(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    c >= 'a' && c <= 'z'
                            || c >= 'A' && c <= 'Z'
                            || c >= '0' && c <= '9'
                            || c == '-'
                            || c == '.'
                            || c == '_'
                            || c == '~';
            if (plain) {
                encoded.append(c);
            } else {
                HEX.toHexDigits(encoded.append('%'), b);
            }
        }
        return encoded.toString();
    }

    /** Encodes all but the slashes. */
    static String encodePath(String path) {
        return encode(path).replace("%2F", "/");
    }

    /** Decodes a query part, where {@code +} is a space. */
    static String decodeQuery(String text) {
        return decode(text.replace('+', ' '));
    }

    /**
     * @throws S3Error when it is not the encoding of UTF-8 text
     */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = new ByteArrayOutputStream();
        try {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) == '%') {
                    bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                    i += 2;
                } else {
                    bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
                }
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | CharacterCodingException e) {
            throw new S3Error(400, "InvalidURI", "Couldn't parse the specified URI.");
        }
    }
}
