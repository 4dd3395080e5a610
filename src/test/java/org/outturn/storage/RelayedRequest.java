package org.outturn.storage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The head of one request.
 *
 * @param target path and query as sent
 * @param headers by name in lower case
 */
public record RelayedRequest(String method, String target, SortedMap<String, String> headers) {

    /**
     * @param head the request's first line and its headers, with their line ends
     */
    public static RelayedRequest parse(String head) {
        String[] lines = head.split("\r\n");
        String[] first = lines[0].split(" ");
        SortedMap<String, String> headers =
                Arrays.stream(lines)
                        .skip(1)
                        .map(line -> line.split(":", 2))
                        .collect(
                                Collectors.toMap(
                                        pair -> pair[0].toLowerCase(Locale.ROOT),
                                        pair -> pair[1].strip(),
                                        (a, b) -> a + "," + b,
                                        TreeMap::new));
        return new RelayedRequest(first[0], first[1], headers);
    }

    /** The size of the body in bytes. */
    public long contentLength() {
        return Long.parseLong(headers.getOrDefault("content-length", "0"));
    }

    /** {@code service}, {@code bucket} or {@code object}, when buckets go into the path. */
    public String level() {
        String path = target.split("\\?", 2)[0];
        int slash = path.indexOf('/', 1);
        if (path.equals("/")) {
            return "service";
        }
        return slash < 0 || slash == path.length() - 1 && path.indexOf('/', 1) == slash
                ? "bucket"
                : "object";
    }

    /** The names of the query's parameters without their values, sorted. */
    public String parameters() {
        String[] parts = target.split("\\?", 2);
        if (parts.length == 1) {
            return "";
        }
        return Arrays.stream(parts[1].split("&"))
                .map(p -> p.split("=", 2)[0])
                .sorted()
                .collect(Collectors.joining("&"));
    }

    /** What it does, without saying to what: method, level, parameters. */
    public String shape() {
        String parameters = parameters();
        return method + " " + level() + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    /** Whether a header is there. */
    public boolean has(String header) {
        return headers.containsKey(header);
    }

    /** All headers, to look for something in them. */
    public Map<String, String> allHeaders() {
        return headers;
    }
}
