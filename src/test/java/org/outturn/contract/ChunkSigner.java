package org.outturn.contract;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs chunked uploads by hand, from the reference, so that a test can forge any part of one. */
final class ChunkSigner {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String EMPTY = sha256("");
    private final ContractServer server;
    private final String date =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                    .withZone(ZoneOffset.UTC)
                    .format(Instant.now());
    private final String scope;
    private final byte[] key;
    private String previous = "";

    ChunkSigner(ContractServer server) {
        this.server = server;
        String day = date.substring(0, 8);
        this.scope = day + "/" + server.region + "/s3/aws4_request";
        byte[] secret =
                ("AWS4" + server.credentials.secretAccessKey()).getBytes(StandardCharsets.UTF_8);
        for (String step : new String[] {day, server.region, "s3", "aws4_request"}) {
            secret = hmac(secret, step);
        }
        this.key = secret;
    }

    /** Begins a PUT whose body comes in this way; its signature is the seed of the chunks'. */
    HttpRequest.Builder put(String path, String payload, Map<String, String> more) {
        var headers = new TreeMap<>(more);
        headers.put("host", server.endpoint.getAuthority());
        headers.put("x-amz-content-sha256", payload);
        headers.put("x-amz-date", date);
        String names = String.join(";", headers.keySet());
        var canonical = new StringBuilder("PUT\n" + path + "\n\n");
        headers.forEach((name, value) -> canonical.append(name + ":" + value + "\n"));
        canonical.append("\n" + names + "\n" + payload);
        previous = sign(ALGORITHM, sha256(canonical.toString()));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.endpoint + path));
        headers.remove("host");
        headers.forEach(request::header);
        return request.header(
                "Authorization",
                ALGORITHM
                        + " Credential="
                        + server.credentials.accessKeyId()
                        + "/"
                        + scope
                        + ",SignedHeaders="
                        + names
                        + ",Signature="
                        + previous);
    }

    /** A chunk with its signature; the empty one without its end, where trailers may follow. */
    String chunk(String text) {
        previous = sign(ALGORITHM + "-PAYLOAD", previous + "\n" + EMPTY + "\n" + sha256(text));
        String head = Integer.toHexString(text.length()) + ";chunk-signature=" + previous + "\r\n";
        return text.isEmpty() ? head : head + text + "\r\n";
    }

    String trailer(String name, String value) {
        String line = name + ":" + value;
        previous = sign(ALGORITHM + "-TRAILER", previous + "\n" + sha256(line + "\n"));
        return line + "\r\nx-amz-trailer-signature:" + previous + "\r\n";
    }

    /** Sends a body and says the status and the code of the answer. */
    static String send(HttpRequest.Builder request, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            request.version(HttpClient.Version.HTTP_1_1)
                    .PUT(HttpRequest.BodyPublishers.ofString(body));
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() + " " + RawS3.code(answer);
        }
    }

    private String sign(String algorithm, String lines) {
        String text = String.join("\n", algorithm, date, scope, lines);
        return HexFormat.of().formatHex(hmac(key, text));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
