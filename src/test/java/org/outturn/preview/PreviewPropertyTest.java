package org.outturn.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.outturn.storage.Cancellation;

/** Whatever an object holds, a preview comes of it, and not more is read or kept than allowed. */
class PreviewPropertyTest {
    private static final PreviewLimits SMALL = new PreviewLimits(256, 4096, 10_000);
    private static final List<byte[]> SEEDS =
            List.of(
                    ImagePreviewTest.written(FileKind.PNG, 20, 10),
                    ImagePreviewTest.written(FileKind.JPEG, 20, 10),
                    ImagePreviewTest.written(FileKind.GIF, 20, 10),
                    ImagePreviewTest.written(FileKind.BMP, 20, 10),
                    packed(),
                    "{\"a\": [1, true, \"x\\u00e9\", {\"b\": null}]}"
                            .getBytes(StandardCharsets.UTF_8),
                    "\uFEFFtext".getBytes(StandardCharsets.UTF_16LE));

    private static byte[] packed() {
        try {
            return PreviewServiceTest.gzip(
                    "# A\n\n| a |\n|---|\n".repeat(90).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<byte[]> anyBytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(6000);
    }

    @Provide
    Arbitrary<byte[]> damagedFiles() {
        return Combinators.combine(
                        Arbitraries.of(SEEDS),
                        Arbitraries.integers().between(0, 5000),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.bytes(),
                        Arbitraries.integers().between(0, 3000))
                .as((seed, length, at, value, more) -> {
                    byte[] file = Arrays.copyOf(seed, Math.min(seed.length, length) + more);
                    if (at < file.length) {
                        file[at] = value;
                    }
                    return file;
                });
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                "a.json",
                "a.md",
                "a.txt",
                "a.png",
                "a.json.gz",
                "a.gif",
                "export_midi",
                ".",
                "a.",
                ".gz",
                "x.docx");
    }

    @Property
    void anyBytesHaveSomePreview(
            @ForAll("anyBytes") byte[] bytes,
            @ForAll("names") String name,
            @ForAll boolean packed) {
        check(bytes, name, packed);
    }

    @Property
    void damagedFilesHaveSomePreview(
            @ForAll("damagedFiles") byte[] bytes,
            @ForAll("names") String name,
            @ForAll boolean packed) {
        check(bytes, name, packed);
    }

    private static void check(byte[] bytes, String name, boolean packed) {
        var store = new BytesStore(bytes);
        Map<String, String> headers = packed ? Map.of("content-encoding", "gzip") : Map.of();
        Preview preview =
                new PreviewService(store, SMALL)
                        .preview(
                                BytesStore.details(name, bytes.length, headers),
                                Cancellation.never());
        switch (preview) {
            case Preview.Image(byte[] data, _, int width, int height) -> {
                assertThat(data).isEqualTo(bytes).hasSizeLessThanOrEqualTo(4096);
                assertThat((long) width * height).isLessThanOrEqualTo(10_000);
                assertThat(store.read).isLessThanOrEqualTo(4096 + 256);
            }
            case Preview.Text(String text, _, _) -> assertThat(text).hasSizeLessThanOrEqualTo(256);
            case Preview.Markdown(String source, _) ->
                    assertThat(source).hasSizeLessThanOrEqualTo(256);
            case Preview.Json(String pretty, _, _) ->
                    assertThat(pretty).hasSizeLessThanOrEqualTo(256 * 90);
            case Preview.Empty _ -> assertThat(store.read).isLessThanOrEqualTo(256);
            case Preview.Unavailable(_, _, long size) -> assertThat(size).isEqualTo(bytes.length);
        }
    }

    /** Objects of any size, the head of which is all there is in memory. */
    @Property(tries = 200)
    void noMoreThanTheBoundsIsRead(
            @ForAll("damagedFiles") byte[] head,
            @ForAll @IntRange(min = 1) int megabytes,
            @ForAll("names") String name) {
        long size = (long) megabytes << 20;
        var endless =
                new BytesStore(head) {
                    @Override
                    public byte[] read(
                            org.outturn.storage.ObjectAddress address,
                            long offset,
                            int length,
                            Cancellation cancellation) {
                        byte[] part = super.read(address, offset, length, cancellation);
                        read += length - part.length;
                        return Arrays.copyOf(part, length);
                    }
                };
        var service = new PreviewService(endless, new PreviewLimits(4096, 2 << 20, 10_000));
        service.preview(BytesStore.details(name, size, Map.of()), Cancellation.never());
        assertThat(endless.read).isLessThanOrEqualTo(4096 + (2 << 20));
    }
}
