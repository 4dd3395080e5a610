package org.outturn.preview;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text: UTF-8, or UTF-16 where a byte order mark says so. A character cut off at
 * the end is left out.
 */
final class TextDecoder {
    private TextDecoder() {}

    /**
     * Whether bytes are text: valid, and without control characters that texts do not have.
     *
     * @param whole whether these are all bytes; if not, the last character may be cut off
     */
    static boolean isText(byte[] bytes, boolean whole) {
        CharBuffer text = decode(bytes, whole, CodingErrorAction.REPORT);
        if (text == null) {
            return false;
        }
        int odd = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B) {
                odd++;
            }
        }
        return odd * 100 <= text.length();
    }

    /** The text; bytes that are none become the replacement character. */
    static String text(byte[] bytes, boolean whole) {
        CharBuffer text = decode(bytes, whole, CodingErrorAction.REPLACE);
        return text == null ? "" : text.toString();
    }

    private static @Nullable CharBuffer decode(
            byte[] bytes, boolean whole, CodingErrorAction onError) {
        Charset charset = charset(bytes);
        CharsetDecoder decoder =
                charset.newDecoder().onMalformedInput(onError).onUnmappableCharacter(onError);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            in.position(3);
        }
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, whole);
        return result.isError() ? null : out.flip();
    }

    private static Charset charset(byte[] bytes) {
        boolean marked = startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF);
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
