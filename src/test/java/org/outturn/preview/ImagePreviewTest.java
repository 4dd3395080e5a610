package org.outturn.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.outturn.preview.Preview.Reason;
import org.outturn.storage.Cancellation;

class ImagePreviewTest {

    static byte[] written(FileKind kind, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new SplittableRandom(3);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, random.nextInt());
        }
        var out = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, kind.name().toLowerCase(java.util.Locale.ROOT), out))
                    .isTrue();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(
            value = FileKind.class,
            names = {"PNG", "JPEG", "GIF", "BMP"})
    void picturesAreGivenWholeWithTheirSize(FileKind kind) {
        byte[] file = written(kind, 321, 123);
        assertThat(BytesStore.preview("scan without extension", file))
                .isInstanceOfSatisfying(
                        Preview.Image.class,
                        image -> {
                            assertThat(image.kind()).isEqualTo(kind);
                            assertThat(image.width()).isEqualTo(321);
                            assertThat(image.height()).isEqualTo(123);
                            assertThat(image.data()).isEqualTo(file);
                        });
    }

    @Test
    void aPictureLongerThanTheFirstRangeIsReadWhole() {
        byte[] file = written(FileKind.PNG, 700, 500);
        assertThat(file.length).isGreaterThan(PreviewLimits.DEFAULTS.textBytes());
        assertThat(BytesStore.preview("a.png", file))
                .isInstanceOfSatisfying(
                        Preview.Image.class, image -> assertThat(image.data()).isEqualTo(file));
    }

    @Test
    void aPictureOfTooManyBytesIsNotRead() {
        byte[] file = written(FileKind.BMP, 400, 400);
        var store = new BytesStore(file);
        var limits = new PreviewLimits(1024, file.length - 1, 50_000_000);
        assertThat(
                        new PreviewService(store, limits)
                                .preview(
                                        BytesStore.details("a.bmp", file.length, Map.of()),
                                        Cancellation.never()))
                .isEqualTo(new Preview.Unavailable(Reason.TOO_LARGE, FileKind.BMP, file.length));
        assertThat(store.read).isEqualTo(1024);
    }

    @Test
    void bombsAreSeenByTheirHeaders() {
        byte[] png = written(FileKind.PNG, 9, 9);
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        assertTooManyPixels(png, FileKind.PNG);
        byte[] bmp = written(FileKind.BMP, 9, 9);
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 60_000).putInt(22, -60_000);
        assertTooManyPixels(bmp, FileKind.BMP);
        byte[] gif = written(FileKind.GIF, 9, 9);
        ByteBuffer.wrap(gif)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(6, (short) 60_000)
                .putShort(8, (short) 60_000);
        assertTooManyPixels(gif, FileKind.GIF);
        byte[] jpeg = written(FileKind.JPEG, 9, 9);
        for (int i = 0; i + 1 < jpeg.length; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(jpeg)
                        .putShort(i + 5, (short) 60_000)
                        .putShort(i + 7, (short) 60_000);
            }
        }
        assertTooManyPixels(jpeg, FileKind.JPEG);
    }

    @Test
    void manyFramesAreManyPixels() {
        byte[] gif = written(FileKind.GIF, 1000, 1000);
        int frame = 13 + (3 << (gif[10] & 7) + 1);
        while ((gif[frame] & 0xFF) != 0x2C) {
            frame++;
        }
        var animation = new ByteArrayOutputStream();
        animation.write(gif, 0, gif.length - 1);
        byte[] more = {0x2C, 0, 0, 0, 0, (byte) 0xE8, 3, (byte) 0xE8, 3, 0, 8, 1, 0, 0};
        for (int i = 0; i < 60; i++) {
            animation.writeBytes(more);
        }
        animation.write(0x3B);
        assertTooManyPixels(animation.toByteArray(), FileKind.GIF);
        ImageHeader header = ImageHeader.of(FileKind.GIF, animation.toByteArray());
        assertThat(header).isEqualTo(new ImageHeader(1000, 1000, 61));
    }

    @Test
    void picturesWithoutHeaderAreDamaged() {
        byte[] png = Arrays.copyOf(written(FileKind.PNG, 9, 9), 20);
        assertThat(BytesStore.preview("a.png", png))
                .isEqualTo(new Preview.Unavailable(Reason.DAMAGED, FileKind.PNG, 20));
        byte[] noSides = written(FileKind.BMP, 9, 9);
        ByteBuffer.wrap(noSides).putInt(18, 0);
        assertThat(BytesStore.preview("a.bmp", noSides))
                .isEqualTo(new Preview.Unavailable(Reason.DAMAGED, FileKind.BMP, noSides.length));
    }

    private static void assertTooManyPixels(byte[] file, FileKind kind) {
        assertThat(BytesStore.preview("a.png", file))
                .isEqualTo(new Preview.Unavailable(Reason.TOO_MANY_PIXELS, kind, file.length));
    }
}
