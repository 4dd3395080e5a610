package org.outturn.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The first line and the headers of a request or an answer, as they came.
 *
 * @param headers whole lines, without their ends
 */
record HttpHead(String firstLine, List<String> headers) {
    private static final int MOST_BYTES = 64 << 10;

    HttpHead {
        headers = List.copyOf(headers);
    }

    /**
     * @throws EOFException if the other side has ended
     */
    static HttpHead read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 4) {
            int b = in.read();
            if (b < 0 || head.size() > MOST_BYTES) {
                throw new EOFException();
            }
            head.write(b);
            boolean expected = b == (ends % 2 == 0 ? '\r' : '\n');
            ends = expected ? ends + 1 : b == '\r' ? 1 : 0;
        }
        String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n");
        return new HttpHead(lines[0], Arrays.asList(lines).subList(1, lines.length));
    }

    /** With its line ends and the empty line after it. */
    String text() {
        return firstLine
                + "\r\n"
                + String.join("", headers.stream().map(line -> line + "\r\n").toList())
                + "\r\n";
    }

    void write(OutputStream out) throws IOException {
        out.write(text().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** The first of that name. */
    Optional<String> header(String name) {
        return headers.stream()
                .filter(line -> isNamed(line, name))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /** With this header in place of those of that name. */
    HttpHead with(String name, String value) {
        List<String> changed =
                new ArrayList<>(headers.stream().filter(line -> !isNamed(line, name)).toList());
        changed.add(name + ": " + value);
        return new HttpHead(firstLine, changed);
    }

    HttpHead without(String name) {
        return new HttpHead(
                firstLine, headers.stream().filter(line -> !isNamed(line, name)).toList());
    }

    long contentLength() {
        return header("content-length").map(Long::parseLong).orElse(0L);
    }

    boolean isChunked() {
        return header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent();
    }

    private static boolean isNamed(String line, String name) {
        return line.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }
}
