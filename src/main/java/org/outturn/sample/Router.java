package org.outturn.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells which operation a request is. Every query parameter that is not known to modify an
 * operation names a subresource, and a subresource not in the table is refused: taken for nothing,
 * it would turn "delete the bucket's inventory" into "delete the bucket".
 */
final class Router {
    /** Parameters that modify an operation; presigned ones and {@code x-} are let by as well. */
    private static final Set<String> MODIFIERS =
            Set.of(
                    "list-type",
                    "prefix",
                    "delimiter",
                    "max-keys",
                    "marker",
                    "continuation-token",
                    "start-after",
                    "encoding-type",
                    "fetch-owner",
                    "key-marker",
                    "version-id-marker",
                    "upload-id-marker",
                    "max-uploads",
                    "max-parts",
                    "part-number-marker",
                    "partNumber",
                    "versionId",
                    "response-content-type",
                    "response-content-disposition",
                    "response-content-encoding",
                    "response-content-language",
                    "response-cache-control",
                    "response-expires");

    private final Map<String, Route> routes = new HashMap<>();

    /** Does what a request asks. */
    interface Operation {
        void run(S3Request request, S3Response response) throws IOException;
    }

    /**
     * @param actions what a key must be allowed to do; the first is what the request counts as
     */
    record Route(List<String> actions, Operation operation) {}

    /**
     * @param level service, bucket or object
     * @param subresource empty for the plain operation; {@code copy} after it for a copy
     * @param actions without {@code s3:}, divided by spaces
     */
    Router add(
            String method, String level, String subresource, String actions, Operation operation) {
        List<String> names =
                List.of(actions.split(" ")).stream().map(name -> "s3:" + name).toList();
        routes.put(name(method, level, subresource), new Route(names, operation));
        return this;
    }

    /**
     * @throws S3Error 501 for whatever is not in the table
     */
    Route find(S3Request request) {
        List<String> subresources =
                request.parameters.stream()
                        .map(S3Request.Parameter::name)
                        .filter(name -> !MODIFIERS.contains(name))
                        .filter(name -> !name.toLowerCase(Locale.ROOT).startsWith("x-"))
                        .toList();
        String level =
                request.bucket.isEmpty() ? "service" : request.key.isEmpty() ? "bucket" : "object";
        String copy = request.header(CopySource.HEADER) == null ? "" : "copy";
        Route route =
                routes.get(name(request.method, level, String.join("&", subresources) + copy));
        if (route == null) {
            throw S3Error.notImplemented(request.method + " of " + level + " " + subresources);
        }
        var actions = new ArrayList<>(route.actions);
        boolean ofVersion = request.parameter("versionId") != null;
        if (ofVersion && Set.of("s3:GetObject", "s3:DeleteObject").contains(actions.getFirst())) {
            actions.add(actions.getFirst() + "Version");
        }
        if (request.header("x-amz-tagging") != null) {
            actions.add("s3:PutObjectTagging");
        }
        return new Route(actions, route.operation);
    }

    private static String name(String method, String level, String subresource) {
        return method + " " + level + " " + subresource;
    }
}
