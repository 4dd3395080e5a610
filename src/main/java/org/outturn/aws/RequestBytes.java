package org.outturn.aws;

import software.amazon.awssdk.http.SdkHttpExecutionAttribute;

/** The bytes of one request of an upload, over all its attempts. */
final class RequestBytes {
    /** How the request finds its way from the SDK to {@link CountingHttpClient}. */
    static final SdkHttpExecutionAttribute<RequestBytes> ATTRIBUTE =
            new Attribute(RequestBytes.class);

    private final UploadProgress progress;
    private long sent;

    RequestBytes(UploadProgress progress) {
        this.progress = progress;
    }

    synchronized void add(long bytes) {
        sent += bytes;
        progress.add(bytes);
    }

    /** The request begins anew: what it had sent does not count any more. */
    synchronized void restart() {
        progress.add(-sent);
        sent = 0;
    }

    /** Gives the attribute a class of its own, as the SDK asks for. */
    private static final class Attribute extends SdkHttpExecutionAttribute<RequestBytes> {
        Attribute(Class<RequestBytes> type) {
            super(type);
        }
    }
}
