package org.outturn.sample;

import com.sun.net.httpserver.HttpExchange;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as it was sent, taken apart in path style: {@code /bucket/key?parameters}. */
final class S3Request {
    /** A query parameter, decoded; the value is empty when it has none. */
    record Parameter(String name, String value) {}

    final String method;

    /** As sent. */
    final String rawPath;

    final List<Parameter> parameters = new ArrayList<>();

    /** Empty for the service itself. */
    final String bucket;

    /** Empty for the bucket itself; may hold any character, leading slashes too. */
    final String key;

    private final HttpExchange exchange;
    private @Nullable RequestBody body;

    S3Request(HttpExchange exchange, SampleAddress address) {
        this.exchange = exchange;
        this.method = exchange.getRequestMethod();
        // the text, not its parts: a URI takes what follows a leading "//" for a host
        String target = exchange.getRequestURI().toString();
        int query = target.indexOf('?');
        this.rawPath = query < 0 ? target : target.substring(0, query);
        for (String pair : query < 0 ? new String[0] : target.substring(query + 1).split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!name.isEmpty()) {
                parameters.add(
                        new Parameter(Percent.decodeQuery(name), Percent.decodeQuery(value)));
            }
        }
        String host = exchange.getRequestHeaders().getFirst("Host");
        String addressed = address.bucketAndKey(rawPath, host == null ? "" : host);
        String path = addressed.startsWith("/") ? addressed.substring(1) : addressed;
        int slash = path.indexOf('/');
        this.bucket = Percent.decode(slash < 0 ? path : path.substring(0, slash));
        this.key = Percent.decode(slash < 0 ? "" : path.substring(slash + 1));
    }

    /** The values of a header, joined by commas and trimmed; null when it was not sent. */
    @Nullable String header(String name) {
        List<String> values = exchange.getRequestHeaders().get(name);
        return values == null
                ? null
                : String.join(",", values.stream().map(String::strip).toList());
    }

    String header(String name, String otherwise) {
        String value = header(name);
        return value == null ? otherwise : value;
    }

    Iterable<String> headerNames() {
        return exchange.getRequestHeaders().keySet();
    }

    @Nullable String parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst()
                .orElse(null);
    }

    String parameter(String name, String otherwise) {
        String value = parameter(name);
        return value == null ? otherwise : value;
    }

    /**
     * A whole number from the query.
     *
     * @throws S3Error {@code InvalidArgument} when it is none, or below zero
     */
    int number(String name, int otherwise) {
        String value = parameter(name);
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        try {
            return Integer.parseUnsignedInt(value);
        } catch (NumberFormatException e) {
            throw S3Error.invalidArgument("Argument " + name + " must be an integer, 0 or more");
        }
    }

    /** Lets handlers read the body, once it is known who signed for it. */
    void accept(RequestBody signedBody) {
        body = signedBody;
    }

    RequestBody body() {
        if (body == null) {
            throw new IllegalStateException("the signature was not verified");
        }
        return body;
    }

    /** What follows the headers, undecoded. */
    InputStream rawBody() {
        return exchange.getRequestBody();
    }
}
