package org.outturn.preview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectStore;

/** Makes previews. Reads no more than it shows: 256 KiB of a text, 20 MiB of a picture. */
public final class PreviewService {
    /** The most that is read of a text, in bytes. */
    public static final int TEXT_BYTES = 256 << 10;

    /** The largest picture that is read, in bytes. */
    public static final int PICTURE_BYTES = 20 << 20;

    /** The largest picture that is decoded, in pixels: 200 MB of memory. */
    public static final long PICTURE_PIXELS = 50_000_000;

    private final ObjectStore store;
    private final JsonIndenter json = new JsonIndenter();

    public PreviewService(ObjectStore store) {
        this.store = store;
    }

    /**
     * Looks at an object. Blocks.
     *
     * @param details of the object as it is now
     * @throws org.outturn.failure.FailureException if it cannot be read
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Preview preview(ObjectDetails details, Cancellation cancellation) {
        if (details.size() == 0) {
            return new Preview.Empty();
        }
        byte[] head = store.read(details.address(), 0, TEXT_BYTES, cancellation);
        cancellation.check();
        boolean whole = head.length >= details.size();
        if ("gzip".equalsIgnoreCase(details.headers().getOrDefault("content-encoding", ""))) {
            byte[] plain = unzip(head);
            return ofHead(details, plain, whole && plain.length < TEXT_BYTES, cancellation);
        }
        return ofHead(details, head, whole, cancellation);
    }

    private Preview ofHead(
            ObjectDetails details, byte[] head, boolean whole, Cancellation cancellation) {
        Kind kind = KindFinder.of(details.address().name(), head, whole);
        if (kind.isPicture()) {
            return picture(details, kind, head, whole, cancellation);
        }
        if (!kind.isText()) {
            return new Preview.NotShown(kind, Preview.Reason.NO_VIEWER, details.size());
        }
        String text = TextDecoder.text(head, whole);
        return switch (kind) {
            case MARKDOWN -> new Preview.Markdown(text, !whole);
            case JSON -> {
                JsonIndenter.Indented indented = json.indent(text);
                yield new Preview.Json(indented.text(), !whole, indented.complete());
            }
            default -> new Preview.Text(text, !whole);
        };
    }

    private Preview picture(
            ObjectDetails details,
            Kind kind,
            byte[] head,
            boolean whole,
            Cancellation cancellation) {
        if (details.size() > PICTURE_BYTES) {
            return new Preview.NotShown(kind, Preview.Reason.TOO_LARGE, details.size());
        }
        byte[] file =
                whole ? head : store.read(details.address(), 0, (int) details.size(), cancellation);
        cancellation.check();
        return ImageHeader.of(kind, file)
                .map(header -> picture(details, kind, file, header))
                .orElseGet(
                        () -> new Preview.NotShown(kind, Preview.Reason.DAMAGED, details.size()));
    }

    private static Preview picture(
            ObjectDetails details, Kind kind, byte[] file, ImageHeader header) {
        return header.pixels() > PICTURE_PIXELS
                ? new Preview.NotShown(kind, Preview.Reason.TOO_LARGE, details.size())
                : new Preview.Picture(file, header.width(), header.height());
    }

    /** At most {@link #TEXT_BYTES} of what is packed, however much that would unpack to. */
    private static byte[] unzip(byte[] packed) {
        byte[] plain = new byte[TEXT_BYTES];
        int length = 0;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            int count = 0;
            while (count >= 0 && length < plain.length) {
                length += count;
                count = in.read(plain, length, plain.length - length);
            }
        } catch (IOException cutOff) {
            // the packed bytes end in the middle: what came out so far is shown
            if (length == 0) {
                return packed;
            }
        }
        return Arrays.copyOf(plain, length);
    }
}
