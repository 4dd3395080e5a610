package org.outturn.sample;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The file that remembers every {@link Change} of a store, by appending. Each change lies in a
 * frame: its length, its CRC-32, itself. A process killed while it writes leaves a torn last frame,
 * which the next start drops; every earlier one is whole.
 */
final class IndexLog implements AutoCloseable {
    private static final int MAX_FRAME = 64 << 20;
    private final FileChannel channel;

    private IndexLog(FileChannel channel) {
        this.channel = channel;
    }

    /** Reads the log, hands each whole change to the consumer, and opens the log to append. */
    static IndexLog open(Path file, Consumer<Change> replay) throws IOException {
        long whole = 0;
        if (Files.exists(file)) {
            try (var in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                for (byte[] frame = next(in); frame.length > 0; frame = next(in)) {
                    replay.accept(ChangeCodec.decode(frame));
                    whole += frame.length + 8;
                }
            }
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(whole);
        channel.position(whole);
        return new IndexLog(channel);
    }

    /** Writes a log anew with these changes only; the old one stays until the new one is whole. */
    static void rewrite(Path file, Stream<Change> changes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
            for (Change change : (Iterable<Change>) changes::iterator) {
                out.write(frame(change));
            }
        }
        Files.move(
                fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes changes in one go; when it is cut short, those before the cut are kept. */
    void append(List<? extends Change> changes) throws IOException {
        var frames = new ByteArrayOutputStream();
        for (Change change : changes) {
            frames.writeBytes(frame(change));
        }
        ByteBuffer bytes = ByteBuffer.wrap(frames.toByteArray());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static byte[] frame(Change change) throws IOException {
        byte[] body = ChangeCodec.encode(change);
        return ByteBuffer.allocate(body.length + 8)
                .putInt(body.length)
                .putInt(crc(body))
                .put(body)
                .array();
    }

    /** The next whole frame; empty at the end and at anything torn. */
    private static byte[] next(DataInputStream in) throws IOException {
        try {
            int length = in.readInt();
            int crc = in.readInt();
            if (length <= 0 || length > MAX_FRAME) {
                return new byte[0];
            }
            byte[] body = in.readNBytes(length);
            return body.length == length && crc(body) == crc ? body : new byte[0];
        } catch (EOFException e) {
            return new byte[0];
        }
    }

    private static int crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
