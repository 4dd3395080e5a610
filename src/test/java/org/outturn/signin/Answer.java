package org.outturn.signin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a service of the stand-in says. */
record Answer(int status, Map<String, String> headers, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer json(int status, Map<String, ?> body) {
        return new Answer(
                status, Map.of("Content-Type", "application/json"), JSON.writeValueAsString(body));
    }

    /** An error of the OIDC service: RFC 6749, section 5.2, and the type that the SDKs look at. */
    static Answer oidcError(int status, String type, String code) {
        return json(status, Map.of("error", code, "error_description", "refused: " + code))
                .with("x-amzn-ErrorType", type);
    }

    /** An error of the access portal. */
    static Answer portalError(int status, String type, String message) {
        return json(
                        status,
                        Map.of(
                                "message",
                                message,
                                "__type",
                                "com.amazonaws.switchboard.portal#" + type))
                .with("x-amzn-ErrorType", type);
    }

    static Answer xml(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "text/xml"), body);
    }

    static Answer page(String text) {
        return new Answer(200, Map.of("Content-Type", "text/html"), "<p>" + text + "</p>");
    }

    static Answer redirect(String location) {
        return new Answer(302, Map.of("Location", location), "");
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    void to(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("x-amzn-RequestId", "stand-in-request");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
