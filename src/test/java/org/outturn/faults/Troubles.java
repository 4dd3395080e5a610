package org.outturn.faults;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/** All the rows of the matrix. */
final class Troubles {
    /** A region that a connection is told, and in which no bucket is. */
    private static final String WRONG_REGION = "eu-south-2";

    /** A region that a broken server points to, wherever it is asked. */
    private static final String NOWHERE = "ap-east-9";

    /** Shorter than the queue's patience. */
    private static final Duration RESTART = Duration.ofMillis(100);

    private static final Duration FOR_GOOD = Duration.ofHours(1);

    private static final ErrorAnswer SLOW_DOWN = ErrorAnswer.of("503 Slow Down", "SlowDown");

    private Troubles() {}

    /**
     * @param region the server's own
     * @param silence after how long a client takes the server for gone
     */
    static List<Trouble> all(String region, Duration silence) {
        return List.of(
                Trouble.of("connection reset in the request", Faults.inRequest(Exchange::reset)),
                Trouble.of(
                        "connection reset, the answer lost", Faults.beforeAnswer(Exchange::reset)),
                Trouble.of("connection reset in the answer", Faults.inAnswer(Exchange::reset))
                        .only(Load.ANSWERED),
                Trouble.of("silence in the request", Faults.inRequest(Exchange::fallSilent)),
                Trouble.of(
                        "silence instead of an answer", Faults.beforeAnswer(Exchange::fallSilent)),
                Trouble.of("silence in the answer", Faults.inAnswer(Exchange::fallSilent))
                        .only(Load.ANSWERED),
                Trouble.of(
                        "half-closed instead of an answer",
                        Faults.beforeAnswer(Exchange::endOutput)),
                Trouble.of("half-closed in the answer", Faults.inAnswer(Exchange::endOutput))
                        .only(Load.ANSWERED),
                Trouble.of("answer cut short", Faults.inAnswer(Exchange::end)).only(Load.ANSWERED),
                Trouble.of(
                        "500 InternalError",
                        Faults.refused(
                                ErrorAnswer.of("500 Internal Server Error", "InternalError"))),
                Trouble.of("503 SlowDown", Faults.refused(SLOW_DOWN)),
                Trouble.of(
                        "503 SlowDown before the body was read, and closed",
                        Faults.refusedEarly(SLOW_DOWN)),
                Trouble.of(
                                "200 with InternalError in its body",
                                Faults.refusedWith200(ErrorAnswer.of("200 OK", "InternalError")))
                        .only(EnumSet.of(Load.PARTS)),
                Trouble.of("wrong ETag in the answer", Faults.wrongEtag()).only(Load.OF_BYTES),
                Trouble.of("a byte changed on the way up", Faults.changedUp()).only(Load.WITH_BODY),
                Trouble.of("a byte changed on the way down", Faults.changedDown())
                        .only(EnumSet.of(Load.DOWNLOAD)),
                Trouble.of(
                        "403 ExpiredToken",
                        Faults.refused(ErrorAnswer.of("403 Forbidden", "ExpiredToken"))),
                elsewhere("301 PermanentRedirect", "301 Moved Permanently", region),
                elsewhere("400 AuthorizationHeaderMalformed", "400 Bad Request", region),
                Trouble.of("answer late, but in time", Faults.late(silence.dividedBy(2))),
                Trouble.of("answer trickles in", Faults.trickling(4, silence.dividedBy(3))),
                Trouble.of(
                        "server restarts",
                        Faults.inRequest(e -> e.restart(RESTART)),
                        Faults.inRequest(e -> e.restart(FOR_GOOD))));
    }

    /**
     * The bucket is in another region than the connection says: a server says so to whoever signs
     * for the wrong one. A broken one says so to everybody.
     */
    private static Trouble elsewhere(String name, String status, String region) {
        String code = name.substring(name.indexOf(' ') + 1);
        Fault honest =
                Faults.only(
                        request ->
                                request.headers()
                                        .getOrDefault("authorization", "")
                                        .contains("/" + WRONG_REGION + "/s3/"),
                        Faults.refused(ErrorAnswer.elsewhere(status, code, region)));
        Fault broken = Faults.refused(ErrorAnswer.elsewhere(status, code, NOWHERE));
        return Trouble.of(name, honest, broken)
                .once((script, load) -> script.from(honest, 1, request -> true))
                .connectedTo(WRONG_REGION);
    }
}
