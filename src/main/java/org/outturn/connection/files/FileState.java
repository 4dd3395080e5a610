package org.outturn.connection.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a file was when it was looked at last, so that one can tell that it has changed without
 * reading it each time.
 *
 * @param key the file's number in its file system, where there is one: another file by the same
 *     name has another
 * @param digest of its content; empty if it is not there or cannot be read
 */
record FileState(
        @Nullable Object key, @Nullable FileTime modified, long size, String digest, Instant seen) {
    /** Clocks of file systems are coarse: two changes in the same tick look like one. */
    private static final Duration YOUNG = Duration.ofSeconds(3);

    /** In bytes; nobody keeps settings in larger ones. */
    private static final long LARGEST = 16L << 20;

    /** Looks at a file. */
    static FileState of(Path file) {
        return since(file, null);
    }

    /** Looks again; the content only if the file may have changed. */
    FileState again(Path file) {
        return since(file, this);
    }

    private static FileState since(Path file, @Nullable FileState before) {
        Instant now = Instant.now();
        BasicFileAttributes facts;
        try {
            facts = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException e) {
            return new FileState(null, null, -1, "", now);
        }
        if (before != null && before.holds(facts)) {
            return before;
        }
        return new FileState(
                facts.fileKey(), facts.lastModifiedTime(), facts.size(), digest(file, facts), now);
    }

    private boolean holds(BasicFileAttributes facts) {
        return Objects.equals(key, facts.fileKey())
                && facts.lastModifiedTime().equals(modified)
                && size == facts.size()
                && !digest.isEmpty()
                && facts.lastModifiedTime().toInstant().plus(YOUNG).isBefore(seen);
    }

    private static String digest(Path file, BasicFileAttributes facts) {
        if (facts.isDirectory() || facts.size() > LARGEST) {
            return "unreadable";
        }
        try {
            byte[] content = Files.readAllBytes(file);
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            Arrays.fill(content, (byte) 0);
            return HexFormat.of().formatHex(sum);
        } catch (IOException e) {
            return "";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Whether the content is another one, or is there now and was not, or the other way round. */
    boolean differs(FileState other) {
        return !digest.equals(other.digest) || (size < 0) != (other.size < 0);
    }

    boolean isThere() {
        return size >= 0;
    }

    @Override
    public String toString() {
        return "FileState[" + modified + ", " + size + " bytes]";
    }
}
