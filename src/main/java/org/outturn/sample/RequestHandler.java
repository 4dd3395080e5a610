package org.outturn.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one request from its signature to its answer, whatever happens between. */
final class RequestHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);
    private final SampleStore store;
    private final SampleOptions options;
    private final SigV4 signatures;
    private final Router router;

    RequestHandler(SampleStore store, SampleOptions options) {
        this.store = store;
        this.options = options;
        this.signatures = new SigV4(options.region(), options.keys(), options.clock());
        this.router = new Operations(store, options).router();
    }

    @Override
    public void handle(HttpExchange exchange) {
        var response = new S3Response(exchange);
        try (exchange) {
            try {
                answer(new S3Request(exchange, options.address()), response);
            } catch (S3Error error) {
                response.send(error);
            }
        } catch (IOException e) {
            LOG.debug("a client went away: {}", e.toString());
        }
    }

    private void answer(S3Request request, S3Response response) throws IOException {
        var log = new AnswerLog(request, options.requests());
        response.beforeSending(log::answered);
        try {
            SampleBucket bucket = store.bucket(request.bucket);
            response.header("x-amz-bucket-region", bucket == null ? null : options.region());
            if (request.method.equals("OPTIONS")) {
                Cors.preflight(bucket, request, response);
                return;
            }
            Cors.allow(bucket, request, response);
            Signed signed = signatures.verify(request);
            Router.Route route = router.find(request);
            log.takenFor(route.actions().getFirst());
            permit(route, signed.key());
            request.accept(new RequestBody(request, signed, options.quirks()));
            run(route, request, response, signed.key());
        } catch (S3Error error) {
            response.send(error);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.method, request.rawPath, e);
            response.send(
                    new S3Error(
                            500,
                            "InternalError",
                            "We encountered an internal error. Please try again."));
        } finally {
            log.answered(0);
        }
    }

    private void permit(Router.Route route, SampleKey key) {
        boolean tags = route.actions().stream().anyMatch(name -> name.contains("ObjectTagging"));
        if (tags && options.quirks().contains(Quirk.REFUSE_TAGGING)) {
            throw S3Error.notImplemented("Object tagging");
        }
        if (route.actions().stream().anyMatch(key.denied()::contains)) {
            throw S3Error.accessDenied("Access Denied");
        }
    }

    /** Who may not list learns not whether a key is there, says the reference of GetObject. */
    private static void run(
            Router.Route route, S3Request request, S3Response response, SampleKey key)
            throws IOException {
        try {
            route.operation().run(request, response);
        } catch (S3Error error) {
            if (error.code.equals("NoSuchKey") && key.denied().contains("s3:ListBucket")) {
                throw S3Error.accessDenied("Access Denied");
            }
            throw error;
        }
    }
}
