package org.outturn.upload;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What the first bytes of a file say it is: the few kinds that pipelines write and that have marks
 * of their own (WHATWG MIME Sniffing Standard for most; Standard MIDI Files; ISO 14496-12 for MP4),
 * and text in UTF-8.
 */
final class ContentSniffer {
    /** As many first bytes as are looked at. */
    static final int MOST_BYTES = 512;

    private static final List<Mark> MARKS =
            List.of(
                    new Mark(0, "%PDF-", "application/pdf"),
                    new Mark(0, "\u0089PNG\r\n\u001a\n", "image/png"),
                    new Mark(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
                    new Mark(0, "GIF8", "image/gif"),
                    new Mark(0, "PK\u0003\u0004", "application/zip"),
                    new Mark(0, "PK\u0005\u0006", "application/zip"),
                    new Mark(0, "\u001f\u008b\b", "application/gzip"),
                    new Mark(0, "MThd\0\0\0\u0006", "audio/midi"),
                    new Mark(0, "ID3", "audio/mpeg"),
                    new Mark(0, "fLaC\0", "audio/flac"),
                    new Mark(0, "OggS\0", "audio/ogg"),
                    new Mark(8, "WAVE", "audio/wav"),
                    new Mark(8, "WEBP", "image/webp"),
                    new Mark(4, "ftypM4A", "audio/mp4"),
                    new Mark(4, "ftypqt", "video/quicktime"),
                    new Mark(4, "ftyp", "video/mp4"),
                    new Mark(0, "PAR1", "application/vnd.apache.parquet"));

    private ContentSniffer() {}

    /**
     * @param first the file's first bytes
     * @param whole whether there are no more
     * @return empty when they say nothing
     */
    static Optional<String> type(byte[] first, boolean whole) {
        for (Mark mark : MARKS) {
            if (mark.matches(first)) {
                return Optional.of(mark.type());
            }
        }
        return isMpegAudio(first) ? Optional.of("audio/mpeg") : textType(first, whole);
    }

    /** A frame of MPEG audio, layer III, without a tag before it (ISO 11172-3, 2.4.1.3). */
    private static boolean isMpegAudio(byte[] b) {
        return b.length >= 3
                && (b[0] & 0xff) == 0xff
                && (b[1] & 0xe6) == 0xe2
                && (b[2] & 0xf0) != 0xf0
                && (b[2] & 0x0c) != 0x0c;
    }

    private static Optional<String> textType(byte[] first, boolean whole) {
        if (first.length == 0) {
            return Optional.empty();
        }
        CharsetDecoder utf8 =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(first.length);
        // the last character may be cut in two
        CoderResult result = utf8.decode(ByteBuffer.wrap(first), text, whole);
        String read = text.flip().toString();
        if (result.isError() || read.chars().anyMatch(ContentSniffer::isBinary)) {
            return Optional.empty();
        }
        String begin = read.replaceFirst("^\ufeff", "").stripLeading();
        if (begin.startsWith("{") || begin.startsWith("[")) {
            return Optional.of("application/json");
        }
        return Optional.of(
                begin.startsWith("<?xml") ? "application/xml" : "text/plain; charset=utf-8");
    }

    /** Bytes that no text has (MIME Sniffing Standard, "binary data byte"). */
    private static boolean isBinary(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b;
    }

    /**
     * @param at where the text stands
     * @param text one character for each byte
     */
    private record Mark(int at, String text, String type) {
        boolean matches(byte[] first) {
            if (first.length < at + text.length()) {
                return false;
            }
            for (int i = 0; i < text.length(); i++) {
                if ((first[at + i] & 0xff) != text.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }
}
