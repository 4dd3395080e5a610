package org.outturn.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.outturn.storage.Bandwidth;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * The body of one PutObject, which tells how much of it has gone to the connection and keeps the
 * limit there. Over plain http a body is read once to be signed and once to be sent; only the
 * second counts.
 */
final class WireBody implements ContentStreamProvider {
    private static final ExecutionAttribute<WireBody> ATTRIBUTE =
            new ExecutionAttribute<>("org.outturn.aws.WireBody");

    /** Up to this size a file is read once and kept while it is signed and sent. */
    private static final long IN_MEMORY = 256 << 10;

    private final Path file;
    private final byte[] content;
    private final UploadProgress progress;
    private final Pace pace;
    private boolean sending;
    private long sent;

    private WireBody(Path file, byte[] content, UploadProgress progress, Pace pace) {
        this.file = file;
        this.content = content;
        this.progress = progress;
        this.pace = pace;
    }

    /**
     * @throws IOException if the file cannot be read
     */
    static WireBody of(LocalSource source, UploadProgress progress, Bandwidth bandwidth)
            throws IOException {
        byte[] content =
                source.size() <= IN_MEMORY ? Files.readAllBytes(source.file()) : new byte[0];
        return new WireBody(source.file(), content, progress, new Pace(bandwidth.up()));
    }

    /** All of it, if it is kept while it is sent; not to be changed. */
    Optional<byte[]> inMemory() {
        return content.length > 0 ? Optional.of(content) : Optional.empty();
    }

    /** The request whose body it is, so that it learns when it is sent. */
    PutObjectRequest attachedTo(PutObjectRequest request) {
        AwsRequestOverrideConfiguration.Builder overrides =
                request.overrideConfiguration()
                        .map(AwsRequestOverrideConfiguration::toBuilder)
                        .orElseGet(AwsRequestOverrideConfiguration::builder);
        overrides.putExecutionAttribute(ATTRIBUTE, this);
        return request.toBuilder().overrideConfiguration(overrides.build()).build();
    }

    /** The same for the SDK. */
    RequestBody content(long length) {
        return RequestBody.fromContentProvider(this, length, "application/octet-stream");
    }

    @Override
    public InputStream newStream() {
        InputStream plain = open();
        if (!sending) {
            return plain;
        }
        sending = false;
        return new Counted(plain);
    }

    private InputStream open() {
        if (content.length > 0) {
            return new ByteArrayInputStream(content);
        }
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next stream is the one that is sent; what an earlier attempt has sent is void. */
    void begin() {
        sending = true;
        progress.add(-sent);
        sent = 0;
    }

    private void count(int bytes) {
        if (bytes > 0) {
            sent += bytes;
            progress.add(bytes);
        }
    }

    /** Tells a body when its request is about to be sent. */
    static final class Watch implements ExecutionInterceptor {
        @Override
        public void beforeTransmission(
                Context.BeforeTransmission context, ExecutionAttributes executionAttributes) {
            WireBody body = executionAttributes.getAttribute(ATTRIBUTE);
            if (body != null) {
                body.begin();
            }
        }
    }

    private final class Counted extends InputStream {
        private final InputStream plain;

        Counted(InputStream plain) {
            this.plain = plain;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int step = pace.step(length);
            int read = plain.read(bytes, offset, step);
            pace.await(Math.max(0, read));
            count(read);
            return read;
        }

        @Override
        public void close() throws IOException {
            plain.close();
        }
    }
}
