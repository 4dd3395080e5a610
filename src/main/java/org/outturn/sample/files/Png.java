package org.outturn.sample.files;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Packs a canvas as a PNG with a palette (W3C, Portable Network Graphics). */
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Png() {}

    public static byte[] of(Canvas canvas) {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(canvas.width())
                        .putInt(canvas.height())
                        .put(new byte[] {8, 3, 0, 0, 0})
                        .array();
        try {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header);
            chunk(out, "PLTE", canvas.palette());
            chunk(out, "IDAT", canvas.packedRows());
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
