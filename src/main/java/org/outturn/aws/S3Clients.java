package org.outturn.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** The clients of one connection, by region, each made when it is first needed. */
final class S3Clients implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(S3Clients.class);

    private volatile ClientFactory factory;
    private final UploadWatch watch = new UploadWatch();
    private final Map<String, S3Client> shorts = new ConcurrentHashMap<>();
    private final Map<String, S3Client> patient = new ConcurrentHashMap<>();
    private final Map<String, S3TransferManager> uploads = new ConcurrentHashMap<>();
    private final Map<String, FileRequests> wholeFiles = new ConcurrentHashMap<>();
    private final Map<String, LinkSigner> presigners = new ConcurrentHashMap<>();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable TransferThreads threads;
    private boolean closed;

    S3Clients(ClientFactory factory) {
        this.factory = factory;
    }

    S3Client shortRequests(String region) {
        return lazily(shorts, region, r -> keep(factory.shortRequests(r)));
    }

    /** For requests over which the server may take its time. */
    S3Client patientRequests(String region) {
        return lazily(patient, region, r -> keep(factory.patientRequests(r)));
    }

    S3TransferManager uploads(String region) {
        return lazily(uploads, region, this::uploadManager);
    }

    FileRequests wholeFiles(String region) {
        return lazily(wholeFiles, region, this::fileRequests);
    }

    LinkSigner presigner(String region) {
        return lazily(presigners, region, r -> keep(factory.presigner(r)));
    }

    /** From now on the server is addressed in another way; what runs goes on in the old one. */
    void use(Way way) {
        synchronized (opened) {
            factory = factory.with(way);
            shorts.clear();
            patient.clear();
            uploads.clear();
            wholeFiles.clear();
            presigners.clear();
        }
    }

    /** Asks once in another way. */
    <T> T tried(Way way, String region, Function<S3Client, T> request) {
        try (S3Client client = factory.with(way).shortRequests(region)) {
            return request.apply(client);
        }
    }

    /** Whether {@link #close} has been called; what fails after that was cancelled. */
    boolean isClosed() {
        synchronized (opened) {
            return closed;
        }
    }

    private S3TransferManager uploadManager(String region) {
        SdkAsyncHttpClient connections = keep(factory.uploadConnections(threads()));
        return manager(factory.uploads(region, watch, connections));
    }

    private FileRequests fileRequests(String region) {
        SdkHttpClient connections = keep(factory.fileConnections());
        return new FileRequests(
                keep(factory.wholeFiles(region, connections)), factory.direct(region, connections));
    }

    private synchronized TransferThreads threads() {
        if (threads == null) {
            threads = keep(new TransferThreads());
        }
        return threads;
    }

    private S3TransferManager manager(S3AsyncClient client) {
        keep(client);
        return keep(S3TransferManager.builder().s3Client(client).executor(Runnable::run).build());
    }

    private <T> T lazily(Map<String, T> clients, String region, Function<String, T> make) {
        if (isClosed()) {
            throw new CancellationException("the connection is closed");
        }
        return clients.computeIfAbsent(region, make);
    }

    private <T extends AutoCloseable> T keep(T client) {
        synchronized (opened) {
            if (!closed) {
                opened.push(client);
                return client;
            }
        }
        closeOne(client);
        throw new CancellationException("the connection is closed");
    }

    /** Closes what was opened, the last first; gives up waiting after {@link Limits#CLOSE}. */
    @Override
    public void close() {
        Deque<AutoCloseable> due;
        synchronized (opened) {
            closed = true;
            due = new ArrayDeque<>(opened);
            opened.clear();
        }
        Thread closer =
                Thread.ofVirtual().name("s3-close").start(() -> due.forEach(S3Clients::closeOne));
        try {
            if (!closer.join(Limits.CLOSE)) {
                LOG.warn("The S3 clients did not close in time; they go on closing by themselves");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeOne(AutoCloseable client) {
        try {
            client.close();
        } catch (Exception e) {
            LOG.warn("An S3 client did not close", Redaction.copyOf(e));
        }
    }
}
