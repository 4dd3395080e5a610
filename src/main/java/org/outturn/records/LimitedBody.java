package org.outturn.records;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body of an answer in memory; empty if it is longer than anybody wants to read. */
final class LimitedBody implements BodySubscriber<Optional<byte[]>> {
    private final long most;
    private final BodySubscriber<byte[]> bytes;
    private final CompletableFuture<Optional<byte[]>> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private long received;

    /**
     * @param most in bytes
     */
    LimitedBody(long most, BodySubscriber<byte[]> bytes) {
        this.most = most;
        this.bytes = bytes;
        bytes.getBody()
                .whenComplete((whole, error) -> {
                    if (error == null) {
                        body.complete(Optional.of(whole));
                    } else {
                        body.completeExceptionally(error);
                    }
                });
    }

    @Override
    public CompletionStage<Optional<byte[]>> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        bytes.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> more) {
        for (ByteBuffer buffer : more) {
            received += buffer.remaining();
        }
        if (received <= most) {
            bytes.onNext(more);
        } else if (!body.isDone() && subscription != null) {
            subscription.cancel();
            body.complete(Optional.empty());
        }
    }

    @Override
    public void onError(Throwable error) {
        bytes.onError(error);
    }

    @Override
    public void onComplete() {
        if (received <= most) {
            bytes.onComplete();
        }
    }
}
