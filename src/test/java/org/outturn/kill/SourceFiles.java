package org.outturn.kill;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A folder of files with the ETags that a server must give their objects: the MD5 of a small one,
 * the MD5 of the parts' MD5s of a large one (S3 user guide, "Checking object integrity").
 */
final class SourceFiles {
    private static final int PART = 8 << 20;

    private final Path folder;
    private final Map<String, String> etags = new TreeMap<>();

    SourceFiles(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** By the path below the folder's parent. */
    Map<String, String> etags() {
        return etags;
    }

    Path file(String name) {
        return folder.resolveSibling(name);
    }

    void write(String name, long bytes, long seed) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            etags.put(folder.getFileName() + "/" + name, write(file, bytes, new Random(seed)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Path file, long bytes, Random random) throws IOException {
        MessageDigest whole = md5();
        int parts = 0;
        byte[] last = new byte[0];
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = bytes; left > 0 || parts == 0; ) {
                var part = new DigestOutputStream(out, md5());
                long inPart = Math.min(left, PART);
                for (long toGo = inPart; toGo > 0; toGo -= buffer.length) {
                    random.nextBytes(buffer);
                    part.write(buffer, 0, (int) Math.min(buffer.length, toGo));
                }
                last = part.getMessageDigest().digest();
                whole.update(last);
                parts++;
                left -= inPart;
            }
        }
        return bytes < PART
                ? HexFormat.of().formatHex(last)
                : HexFormat.of().formatHex(whole.digest()) + "-" + parts;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
