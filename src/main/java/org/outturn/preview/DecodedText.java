package org.outturn.preview;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that turned out to be text.
 *
 * @param text without a byte order mark
 */
record DecodedText(String text, Charset charset) {

    /** In a text at most one character in this many is a control character. */
    private static final int TEXT_PER_CONTROL = 100;

    private static final Charset WESTERN = Charset.forName("windows-1252");

    /**
     * Reads bytes as UTF-16 when they begin with its mark, else as UTF-8; as windows-1252 only when
     * the name promises a text, because any bytes would pass for that.
     *
     * @param cut whether more bytes follow, so that the last character may be incomplete
     * @return null when the bytes are no text
     */
    static @Nullable DecodedText of(byte[] bytes, boolean cut, boolean promised) {
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, cut, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, cut, StandardCharsets.UTF_16LE);
        }
        int mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        DecodedText text = decode(bytes, mark, cut, StandardCharsets.UTF_8);
        return text == null && promised ? decode(bytes, 0, cut, WESTERN) : text;
    }

    private static @Nullable DecodedText decode(
            byte[] bytes, int from, boolean cut, Charset charset) {
        var decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        if (decoder.decode(in, out, !cut).isError()) {
            return null;
        }
        String text = out.flip().toString();
        return isText(text) ? new DecodedText(text, charset) : null;
    }

    private static boolean isText(String text) {
        int controls = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            boolean usual = c >= ' ' || c >= '\t' && c <= '\r' || c == '\u001b';
            controls += usual ? 0 : 1;
        }
        return controls <= text.length() / TEXT_PER_CONTROL;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
