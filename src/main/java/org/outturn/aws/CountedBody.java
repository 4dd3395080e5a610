package org.outturn.aws;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.async.AsyncRequestBody;

/** The body of one request, its bytes counted as the connection takes them. */
final class CountedBody implements AsyncRequestBody {
    private final AsyncRequestBody body;
    private final UploadProgress progress;

    /** What this request has counted; taken back when it is sent again. */
    private final AtomicLong counted = new AtomicLong();

    CountedBody(AsyncRequestBody body, UploadProgress progress) {
        this.body = body;
        this.progress = progress;
    }

    @Override
    public Optional<Long> contentLength() {
        return body.contentLength();
    }

    @Override
    public String contentType() {
        return body.contentType();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        progress.add(-counted.getAndSet(0));
        body.subscribe(new Counting(subscriber));
    }

    /** Passes everything on. */
    private final class Counting implements Subscriber<ByteBuffer> {
        private final Subscriber<? super ByteBuffer> next;

        Counting(Subscriber<? super ByteBuffer> next) {
            this.next = next;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            next.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            int n = bytes.remaining();
            next.onNext(bytes);
            counted.addAndGet(n);
            progress.add(n);
        }

        @Override
        public void onError(Throwable thrown) {
            next.onError(thrown);
        }

        @Override
        public void onComplete() {
            next.onComplete();
        }
    }
}
