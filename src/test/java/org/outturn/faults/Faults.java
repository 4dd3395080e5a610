package org.outturn.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.outturn.storage.RelayedRequest;

/** The ways in which a request can go wrong. */
final class Faults {
    private static final String WRONG_ETAG = "0123456789abcdef0123456789abcdef";

    private Faults() {}

    /** How a connection ends. */
    @FunctionalInterface
    interface Ending {
        void end(Exchange exchange) throws IOException;
    }

    /** In the middle of the request's body; right after the head where there is none. */
    static Fault inRequest(Ending ending) {
        return exchange -> {
            exchange.passHead();
            exchange.passBody(exchange.requestLeft() / 2);
            ending.end(exchange);
        };
    }

    /** When the server has done what it was asked to, and before anybody hears of it. */
    static Fault beforeAnswer(Ending ending) {
        return exchange -> {
            exchange.passRequest();
            exchange.receive();
            exchange.takeAnswer();
            ending.end(exchange);
        };
    }

    /** In the middle of the answer's body. */
    static Fault inAnswer(Ending ending) {
        return only(
                Faults::hasAnswer,
                exchange -> {
                    exchange.passRequest();
                    exchange.answer(exchange.receive());
                    exchange.passAnswer(exchange.answerLeft() / 2);
                    ending.end(exchange);
                });
    }

    /** The request is refused, and the server never sees it. */
    static Fault refused(ErrorAnswer answer) {
        return exchange -> {
            exchange.swallowBody();
            answer.send(exchange);
        };
    }

    /** The request is refused before its body is read, and the connection closed. */
    static Fault refusedEarly(ErrorAnswer answer) {
        return exchange -> {
            answer.send(exchange);
            exchange.end();
        };
    }

    /** An error in an answer that begins as if all were well. */
    static Fault refusedWith200(ErrorAnswer answer) {
        return only(
                request ->
                        request.shape().equals("POST object?uploadId")
                                || request.has("x-amz-copy-source"),
                refused(answer.withStatus("200 OK")));
    }

    /** The ETag in the answer is not the object's. */
    static Fault wrongEtag() {
        return only(
                request -> !request.method().equals("HEAD"),
                exchange -> {
                    exchange.passRequest();
                    HttpHead answer = exchange.receive();
                    if (answer.header("etag").isPresent()) {
                        answer = answer.with("ETag", '"' + WRONG_ETAG + '"');
                    }
                    if (exchange.request().method().equals("POST")) {
                        String text = new String(exchange.takeAnswer(), StandardCharsets.UTF_8);
                        exchange.answer(answer, withWrongEtag(text));
                    } else {
                        exchange.answer(answer);
                        exchange.passAnswer(exchange.answerLeft());
                    }
                });
    }

    private static byte[] withWrongEtag(String document) {
        return document.replaceAll(
                        "<ETag>[^<]*</ETag>", "<ETag>&quot;" + WRONG_ETAG + "-2&quot;</ETag>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** One byte of the request's body arrives as another one. */
    static Fault changedUp() {
        return only(
                request -> request.method().equals("PUT") && request.contentLength() > 0,
                exchange -> {
                    exchange.passHead();
                    exchange.passBody(somewhere(exchange.requestLeft()));
                    exchange.changeBody();
                    exchange.passBody(exchange.requestLeft());
                    exchange.answer(exchange.receive());
                    exchange.passAnswer(exchange.answerLeft());
                });
    }

    /** One byte of an object arrives as another one. */
    static Fault changedDown() {
        return only(
                request -> request.shape().equals("GET object"),
                exchange -> {
                    exchange.passRequest();
                    exchange.answer(exchange.receive());
                    exchange.passAnswer(somewhere(exchange.answerLeft()));
                    exchange.changeAnswer();
                    exchange.passAnswer(exchange.answerLeft());
                });
    }

    /** Another place each time: what is always changed in the same way would be a feature. */
    private static long somewhere(long bytes) {
        return ThreadLocalRandom.current().nextLong(bytes);
    }

    static Fault late(Duration by) {
        return exchange -> {
            exchange.passRequest();
            HttpHead answer = exchange.receive();
            exchange.pause(by);
            exchange.answer(answer);
            exchange.passAnswer(exchange.answerLeft());
        };
    }

    static Fault trickling(int pieces, Duration pause) {
        return exchange -> {
            exchange.passRequest();
            exchange.trickle(exchange.receive(), pieces, pause);
            exchange.passAnswer(exchange.answerLeft());
        };
    }

    /** Only where it is possible. */
    static Fault only(Predicate<RelayedRequest> which, Fault fault) {
        return new Fault() {
            @Override
            public void strike(Exchange exchange) throws IOException {
                fault.strike(exchange);
            }

            @Override
            public boolean suits(RelayedRequest request) {
                return which.test(request) && fault.suits(request);
            }
        };
    }

    private static boolean hasAnswer(RelayedRequest request) {
        return List.of("GET", "POST").contains(request.method());
    }
}
