package org.outturn.aws;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.PartialDownload;
import org.outturn.storage.ProgressListener;

/** The temporary file of one download: written in any order, by many threads. */
final class RangeFile implements AutoCloseable {
    /** How much may have to be fetched again after the power has failed. */
    private static final long CHECKPOINT_BYTES = 64L << 20;

    private final Path path;
    private final FileChannel channel;
    private final DownloadRequest request;
    private final ProgressListener progress;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong unsaved = new AtomicLong();
    private final ReentrantLock saving = new ReentrantLock();
    private volatile long total = -1;

    private RangeFile(
            Path path, FileChannel channel, DownloadRequest request, ProgressListener progress) {
        this.path = path;
        this.channel = channel;
        this.request = request;
        this.progress = progress;
    }

    /**
     * @param path of a file that is there
     */
    static RangeFile open(Path path, DownloadRequest request, ProgressListener progress)
            throws IOException {
        return new RangeFile(
                path, FileChannel.open(path, StandardOpenOption.WRITE), request, progress);
    }

    /**
     * Now it is known how much there will be.
     *
     * @param there how many bytes are there already
     */
    void begin(long size, long there) {
        total = size;
        received.set(there);
        progress.transferred(there, size);
    }

    /**
     * @throws org.outturn.failure.FailureException with a local file's failure
     */
    void write(byte[] bytes, int length, long offset) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer, offset + buffer.position());
            }
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            throw failure(e);
        }
        add(length);
    }

    /** Counts bytes; negative when they will be fetched again. */
    void add(long bytes) {
        long now = received.addAndGet(bytes);
        progress.transferred(total < 0 ? now : Math.clamp(now, 0, total), total);
    }

    /** Cuts off what a longer content may have left. */
    void truncate(long size) {
        try {
            if (channel.size() > size) {
                channel.truncate(size);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Notes what is there; tells the request's checkpoint when enough has come together. */
    void rangeDone(RangeBoard board, String etag, long bytes) {
        boolean due = unsaved.addAndGet(bytes) >= CHECKPOINT_BYTES;
        if (due && saving.tryLock()) {
            try {
                save(board, etag);
            } finally {
                saving.unlock();
            }
        }
    }

    /** Tells the request's checkpoint, if it has one, what is there now; whether it did. */
    boolean save(RangeBoard board, String etag) {
        unsaved.set(0);
        BitSet there = board.there();
        if (request.checkpoint().isEmpty() || there.isEmpty()) {
            return false;
        }
        // who is told of a range may count on it even after a power failure; opened anew because a
        // cancelled write closes the other
        try (FileChannel all = FileChannel.open(path, StandardOpenOption.WRITE)) {
            all.force(false);
        } catch (IOException e) {
            return false;
        }
        request.checkpoint()
                .get()
                .accept(new PartialDownload(path, etag, board.size(), board.rangeBytes(), there));
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private RuntimeException failure(IOException e) {
        return LocalSource.failure(
                request.file(), Call.on(Operation.GET_OBJECT, request.source()).attempt(), e);
    }
}
