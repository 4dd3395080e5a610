package org.outturn.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.outturn.sample.StoredContent.Piece;

/**
 * The files that hold the bytes of objects and parts. A file is written once, under a name of its
 * own, and only then named by the index; it goes when nothing uses it any more.
 */
final class ContentFiles {
    private static final int BUFFER = 128 * 1024;
    private final Path folder;
    private final Map<String, Integer> uses = new ConcurrentHashMap<>();

    ContentFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    static String newName() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** Writes all that comes into a file of its own; nothing uses it yet. */
    StoredContent write(InputStream in) throws IOException {
        String name = newName();
        MessageDigest md5 = Digests.digest("MD5");
        long size;
        try (var out = new DigestOutputStream(Files.newOutputStream(path(name)), md5)) {
            size = in.transferTo(out);
        }
        String etag = Digests.hex(md5.digest());
        return new StoredContent(List.of(new Piece(name, 0, size)), etag, List.of(), Map.of());
    }

    /** Writes many contents into one file, which goes when none of them is used any more. */
    List<StoredContent> write(List<byte[]> all) throws IOException {
        String name = newName();
        var contents = new ArrayList<StoredContent>();
        long at = 0;
        try (var out = new BufferedOutputStream(Files.newOutputStream(path(name)), BUFFER)) {
            for (byte[] bytes : all) {
                out.write(bytes);
                var piece = new Piece(name, at, bytes.length);
                String etag = Digests.hex(Digests.md5(bytes));
                contents.add(new StoredContent(List.of(piece), etag, List.of(), Map.of()));
                at += bytes.length;
            }
        }
        return contents;
    }

    void retain(List<Piece> pieces) {
        pieces.forEach(piece -> uses.merge(piece.file(), 1, Integer::sum));
    }

    void release(List<Piece> pieces) throws IOException {
        for (Piece piece : pieces) {
            if (uses.computeIfPresent(piece.file(), (_, n) -> n == 1 ? null : n - 1) == null) {
                Files.deleteIfExists(path(piece.file()));
            }
        }
    }

    /** Sends the pieces one after the other. */
    void copy(List<Piece> pieces, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (Piece piece : pieces) {
            try (FileChannel from = FileChannel.open(path(piece.file()))) {
                long position = piece.offset();
                long left = piece.length();
                while (left > 0) {
                    int room = (int) Math.min(buffer.length, left);
                    int n = from.read(ByteBuffer.wrap(buffer, 0, room), position);
                    if (n < 0) {
                        throw new IOException("content file is shorter than its object");
                    }
                    to.write(buffer, 0, n);
                    position += n;
                    left -= n;
                }
            }
        }
    }

    /** Removes what an interrupted upload left; for a time when nothing is being written. */
    void removeUnused() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!uses.containsKey(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }
}
