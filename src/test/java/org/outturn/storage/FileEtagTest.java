package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileEtagTest {
    private static final int MIB = 1 << 20;

    @TempDir private Path folder;

    @Test
    void theEtagOfPartsIsTheirs() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "abcdef");

        // md5(md5("abcd") + md5("ef")), as any tool gives it
        assertThat(etag(file, 4)).isEqualTo("fa40dffba3d56c6098e0477379f300bd-2");
        assertThat(etag(file, 6)).isEqualTo("b91282813df47352f7fe2c0c1fe9e5bd-1");
        assertThat(etag(file, EtagDigest.WHOLE)).isEqualTo("e80b5017098950fc58aad83c8c14978e");
    }

    @ParameterizedTest
    @CsvSource({
        "8388608, aws and the SDKs",
        "5242880, rclone",
        "15728640, s3cmd",
        "16777216, MinIO",
        "8000000, a producer",
        "9437184, nobody's habit but whole MiB"
    })
    void findsTheSizeOfTheParts(long partBytes, String tool) throws IOException {
        Path file = random("of-" + partBytes, 17 * MIB + 5);

        String etag = etag(file, partBytes);

        assertThat(matches(file, etag)).as(tool).isTrue();
        assertThat(matches(random("other", 17 * MIB + 5, 2), etag)).isFalse();
    }

    @Test
    void aSinglePartNeedsNoSize() throws IOException {
        Path file = random("single", 1_000);

        assertThat(matches(file, etag(file, 1_000))).isTrue();
        assertThat(matches(file, etag(file, 5 * MIB))).isTrue();
    }

    @Test
    void upperCaseIsTheSame() throws IOException {
        Path file = random("upper", 10);

        assertThat(matches(file, etag(file, EtagDigest.WHOLE).toUpperCase())).isTrue();
    }

    @Test
    void anotherFileDoesNotMatch() throws IOException {
        Path file = random("one", 10, 1);
        Path other = random("two", 10, 2);

        assertThat(matches(other, etag(file, EtagDigest.WHOLE))).isFalse();
    }

    @Test
    void theSizeThatThisProgramTakesIsAlwaysAmongThoseTried() {
        for (long size : List.of(9L * MIB, 200L * MIB, 80_000L * MIB, 5_000_000L * MIB)) {
            long partBytes = PartSize.of(size);
            String etag = "0".repeat(32) + "-" + Math.ceilDiv(size, partBytes);

            assertThat(FileEtag.partSizes(size, etag)).startsWith(partBytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "CKih16qJ8PwCEAE=", "0123-2", "-1", "x-2"})
    void whatIsNoMd5CannotBeCompared(String etag) throws IOException {
        Path file = random("plain", 10);

        assertThat(FileEtag.comparable(etag)).isFalse();
        assertThat(FileEtag.comparable(etag, 10)).isFalse();
        assertThat(matches(file, etag)).isFalse();
    }

    @Test
    void partsThatNobodyMakesAreNotComparable() {
        // 40,000 bytes in 10,000 parts of 4: no client does that, but a number could be meant so
        assertThat(FileEtag.partSizes(40_000, "0".repeat(32) + "-10000")).containsExactly(4);
        assertThat(FileEtag.comparable("0".repeat(32) + "-10000", 100)).isFalse();
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        Path file = random("long", 10);
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> FileEtag.matches(file, "0".repeat(32), cancelled));
    }

    private static boolean matches(Path file, String etag) throws IOException {
        return FileEtag.matches(file, etag, Cancellation.never());
    }

    private static String etag(Path file, long partBytes) throws IOException {
        EtagDigest digest = new EtagDigest(partBytes);
        EtagDigest.read(file, List.of(digest), Cancellation.never());
        return digest.etag();
    }

    private Path random(String name, int size) throws IOException {
        return random(name, size, 1);
    }

    private Path random(String name, int size, long seed) throws IOException {
        byte[] content = new byte[size];
        new Random(seed).nextBytes(content);
        return Files.write(folder.resolve(name), content);
    }
}
