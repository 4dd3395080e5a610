package org.outturn.preview;

import java.util.Locale;
import org.outturn.failure.FailureException;
import org.outturn.preview.Preview.Reason;
import org.outturn.preview.Preview.Unavailable;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectStore;

/**
 * Makes previews. What an object is goes by its first bytes and its name, never by its Content-Type
 * alone: some producers set none, others write names without extensions. Blocks; safe for use by
 * many threads.
 */
public final class PreviewService {
    private static final String INVALID_OBJECT_STATE = "InvalidObjectState";
    private static final String GZIP_EXTENSION = ".gz";

    private final ObjectStore store;
    private final PreviewLimits limits;

    public PreviewService(ObjectStore store) {
        this(store, PreviewLimits.DEFAULTS);
    }

    public PreviewService(ObjectStore store, PreviewLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * Reads as much of an object as its preview takes: at most {@link PreviewLimits#textBytes()},
     * and the whole object only when it is a picture of bounded size.
     *
     * @throws FailureException when the object cannot be read
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public Preview preview(ObjectDetails details, Cancellation cancellation) {
        cancellation.check();
        if (details.size() == 0) {
            return new Preview.Empty();
        }
        try {
            return read(details, cancellation);
        } catch (FailureException e) {
            if (e.failure().technical().code().equals(INVALID_OBJECT_STATE)) {
                FileKind kind = FileKind.ofName(details.address().name());
                return new Unavailable(Reason.ARCHIVED, kind, details.size());
            }
            throw e;
        }
    }

    private Preview read(ObjectDetails details, Cancellation cancellation) {
        int wanted = (int) Math.min(details.size(), limits.textBytes());
        byte[] head = store.read(details.address(), 0, wanted, cancellation);
        cancellation.check();
        if (head.length == 0) {
            return new Preview.Empty();
        }
        boolean cut = head.length == wanted && details.size() > wanted;
        String name = details.address().name();
        FileKind found = Magic.kind(head);
        if (found == FileKind.GZIP && (isPacked(details) || named(name, GZIP_EXTENSION))) {
            return packed(details, head, name);
        }
        if (found != null && found.isShownAsImage()) {
            return image(details, found, head, cut, cancellation);
        }
        return content(head, cut, name, found, details.size());
    }

    /** What can be told from the beginning of an object alone. */
    private static Preview content(
            byte[] head,
            boolean cut,
            String name,
            @org.jspecify.annotations.Nullable FileKind found,
            long size) {
        FileKind promised = FileKind.ofName(name);
        if (found != null) {
            boolean closer = found == FileKind.ZIP && promised.isKindOfZip();
            return new Unavailable(Reason.NOT_SHOWN, closer ? promised : found, size);
        }
        DecodedText text = DecodedText.of(head, cut, promised.isText());
        if (text != null) {
            return TextPreviews.of(text, cut, promised);
        }
        Reason reason = promised.isShownAsImage() ? Reason.DAMAGED : Reason.NOT_SHOWN;
        FileKind kind = promised.isText() ? FileKind.BINARY : promised;
        return new Unavailable(reason, kind, size);
    }

    /** Shows the text in a gzip stream; anything else in it is only named. */
    private Preview packed(ObjectDetails details, byte[] head, String name) {
        Unpacked unpacked = Unpacked.of(head, limits.textBytes());
        if (unpacked.bytes().length == 0) {
            return unpacked.truncated()
                    ? new Unavailable(Reason.DAMAGED, FileKind.GZIP, details.size())
                    : new Preview.Empty();
        }
        String inner =
                named(name, GZIP_EXTENSION)
                        ? name.substring(0, name.length() - GZIP_EXTENSION.length())
                        : name;
        FileKind found = Magic.kind(unpacked.bytes());
        return content(unpacked.bytes(), unpacked.truncated(), inner, found, details.size());
    }

    private Preview image(
            ObjectDetails details,
            FileKind kind,
            byte[] head,
            boolean cut,
            Cancellation cancellation) {
        if (details.size() > limits.imageBytes()) {
            return new Unavailable(Reason.TOO_LARGE, kind, details.size());
        }
        ImageHeader first = ImageHeader.of(kind, head);
        if (first != null && first.pixels() > limits.imagePixels()) {
            return new Unavailable(Reason.TOO_MANY_PIXELS, kind, details.size());
        }
        byte[] whole =
                cut ? store.read(details.address(), 0, (int) details.size(), cancellation) : head;
        cancellation.check();
        // once more: frames and segments may lie far behind, and the object may be another by now
        ImageHeader header = Magic.kind(whole) == kind ? ImageHeader.of(kind, whole) : null;
        if (header == null) {
            return new Unavailable(Reason.DAMAGED, kind, details.size());
        }
        if (header.pixels() > limits.imagePixels()) {
            return new Unavailable(Reason.TOO_MANY_PIXELS, kind, details.size());
        }
        return new Preview.Image(whole, kind, header.width(), header.height());
    }

    private static boolean isPacked(ObjectDetails details) {
        String encoding = details.headers().getOrDefault("content-encoding", "");
        return encoding.toLowerCase(Locale.ROOT).contains("gzip");
    }

    private static boolean named(String name, String extension) {
        return name.toLowerCase(Locale.ROOT).endsWith(extension);
    }
}
