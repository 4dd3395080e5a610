package org.outturn.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;

/**
 * The terminal that the program was started from: the only place to speak while there is no window.
 * Everything else goes to the log or into the window.
 */
public final class Console {
    private final OutputStream stream;
    private final Charset charset;

    /**
     * @param stream where the text goes; never closed
     * @param charset what the reader of the stream understands
     */
    public Console(OutputStream stream, Charset charset) {
        this.stream = stream;
        this.charset = charset;
    }

    /** The error stream of this process, in the terminal's own character set. */
    public static Console standardError() {
        return new Console(
                new FileOutputStream(FileDescriptor.err),
                Charset.forName(
                        System.getProperty("stderr.encoding", Charset.defaultCharset().name()),
                        Charset.defaultCharset()));
    }

    /**
     * Writes the text and a line end, at once.
     *
     * @throws UncheckedIOException when nobody listens any more
     */
    public void say(String text) {
        try {
            stream.write((text.strip() + System.lineSeparator()).getBytes(charset));
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
