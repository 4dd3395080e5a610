package org.outturn.aws;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * User metadata beyond ASCII. Headers carry ASCII only, so S3 gives other text as RFC 2047 encoded
 * words (S3 user guide, "User-defined object metadata"), and that is how it is sent as well.
 */
final class MetadataText {
    private static final Pattern WORD =
            Pattern.compile("=\\?([A-Za-z0-9_-]+)\\?([BbQq])\\?([^?\\s]*)\\?=");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\?=\\s+(?==\\?)");

    /** Bytes in one encoded word, a multiple of 3; a word is at most 75 characters long. */
    private static final int WORD_BYTES = 42;

    /** The text as somebody meant it; as it is, when it is no encoded word. */
    String decode(String header) {
        if (!header.contains("=?")) {
            return header;
        }
        Matcher words = WORD.matcher(BETWEEN_WORDS.matcher(header).replaceAll("?="));
        return words.replaceAll(word -> Matcher.quoteReplacement(decoded(word)));
    }

    /** Metadata as headers can carry it. */
    Map<String, String> encode(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, m -> encode(m.getValue())));
    }

    /** The text as a header can carry it. */
    String encode(String text) {
        if (text.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    String character = Character.toString(c);
                    if (bytes(word) + bytes(character) > WORD_BYTES) {
                        append(words, word);
                    }
                    word.append(character);
                });
        append(words, word);
        return words.toString();
    }

    private static void append(StringBuilder words, StringBuilder word) {
        words.append(words.isEmpty() ? "" : " ")
                .append("=?UTF-8?B?")
                .append(
                        Base64.getEncoder()
                                .encodeToString(word.toString().getBytes(StandardCharsets.UTF_8)))
                .append("?=");
        word.setLength(0);
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static String decoded(MatchResult word) {
        try {
            Charset charset = Charset.forName(word.group(1));
            byte[] bytes =
                    word.group(2).equalsIgnoreCase("B")
                            ? Base64.getDecoder().decode(word.group(3))
                            : quotedPrintable(word.group(3));
            return new String(bytes, charset);
        } catch (IllegalArgumentException e) {
            // not what it looks like: show it as it is
            return word.group();
        }
    }

    private static byte[] quotedPrintable(String text) {
        byte[] bytes = new byte[text.length()];
        int n = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=' && i + 2 < text.length()) {
                bytes[n++] = (byte) Integer.parseInt(text.substring(i + 1, i + 3), 16);
                i += 2;
            } else {
                bytes[n++] = (byte) (c == '_' ? ' ' : c);
            }
        }
        return Arrays.copyOf(bytes, n);
    }
}
