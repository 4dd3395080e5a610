package org.outturn.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.outturn.storage.Cancellation;
import org.outturn.storage.Prefix;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;
import org.outturn.storage.UploadRequest;

/** A bucket, and the files that all cases share. */
final class Ground implements AutoCloseable {
    /** Two parts, the second one short. */
    private static final int LARGE = (8 << 20) + (256 << 10);

    private static final int SMALL = 200_000;
    private static final int FOLDER_FILES = 200;
    private static final String SOURCE = "source/";

    private final ServerUnderTest server;
    private final Path local;
    private final TestBucket bucket;
    private final Path one;
    private final Path large;
    private final Path folder;

    Ground(ServerUnderTest server, Path local) {
        this.server = server;
        this.local = local;
        this.bucket = TestBucket.create(server.connection());
        try {
            one = file(local.resolve("one.bin"), SMALL);
            large = file(local.resolve("large.bin"), LARGE);
            folder = Files.createDirectory(local.resolve("folder"));
            for (int i = 0; i < FOLDER_FILES; i++) {
                file(folder.resolve("file-%03d.txt".formatted(i)), 1 + i * 13);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bucket.store()
                .upload(
                        new UploadRequest(
                                large,
                                bucket.at(SOURCE + "large.bin"),
                                "application/octet-stream",
                                Map.of(),
                                true),
                        ProgressListener.NONE,
                        Cancellation.never());
    }

    private static Path file(Path path, int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return Files.write(path, content);
    }

    ServerUnderTest server() {
        return server;
    }

    /** Reached without a proxy. */
    TestBucket bucket() {
        return bucket;
    }

    /** Where a case stores what it uploads. */
    Prefix prefix(String name) {
        return new Prefix(bucket.name(), name + "/");
    }

    /**
     * @param name of the case, another one for each
     */
    Work plan(Load load, String name) {
        return switch (load) {
            case ONE_FILE -> new UploadWork(bucket, one, prefix(name));
            case PARTS -> new UploadWork(bucket, large, prefix(name));
            case FOLDER -> new UploadWork(bucket, folder, prefix(name));
            case DOWNLOAD ->
                    new DownloadWork(
                            bucket, new Prefix(bucket.name(), SOURCE), large, local.resolve(name));
            case TAGS -> new TagWork(bucket, name + "/tagged");
        };
    }

    @Override
    public void close() {
        bucket.close();
    }
}
