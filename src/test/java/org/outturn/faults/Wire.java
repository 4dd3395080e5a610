package org.outturn.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection, and how it can end. */
final class Wire implements AutoCloseable {
    private static final int BUFFER = 64 << 10;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    /**
     * Moves bytes on.
     *
     * @throws EOFException if the other side ends before
     */
    static void pass(InputStream from, OutputStream to, long bytes) throws IOException {
        byte[] buffer = new byte[Math.clamp(bytes, 1, BUFFER)];
        long left = bytes;
        while (left > 0) {
            int n = from.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) {
                throw new EOFException();
            }
            to.write(buffer, 0, n);
            left -= n;
        }
        to.flush();
    }

    /** A whole body that comes in chunks (RFC 9112, section 7.1), without their frames. */
    static byte[] unchunked(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = Integer.parseInt(line(in).split(";")[0].strip(), 16);
        while (size > 0) {
            pass(in, body, size);
            line(in);
            size = Integer.parseInt(line(in).split(";")[0].strip(), 16);
        }
        while (!line(in).isEmpty()) {
            // a trailer
        }
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        while (b != '\n') {
            if (b < 0) {
                throw new EOFException();
            }
            line.write(b);
            b = in.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    /** Says that no byte follows, and still takes what comes. */
    void endOutput() throws IOException {
        socket.shutdownOutput();
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** Ends with an RST instead of a FIN, even if bytes are still on their way. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
