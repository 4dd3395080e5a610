package org.outturn.sample;

import java.util.function.Consumer;

/**
 * Tells of one request, once: before its answer is sent, so that who has the answer finds it told.
 */
final class AnswerLog {
    private final S3Request request;
    private final Consumer<LoggedRequest> listener;
    private String action = "";
    private boolean told;

    AnswerLog(S3Request request, Consumer<LoggedRequest> listener) {
        this.request = request;
        this.listener = listener;
    }

    void takenFor(String s3Action) {
        action = s3Action;
    }

    void answered(int status) {
        if (!told) {
            told = true;
            var names = request.parameters.stream().map(S3Request.Parameter::name).toList();
            listener.accept(
                    new LoggedRequest(request.method, request.rawPath, names, action, status));
        }
    }
}
