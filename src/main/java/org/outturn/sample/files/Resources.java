package org.outturn.sample.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The small files of our own that come with the program. */
public final class Resources {
    private static final String FOLDER = "/org/outturn/sample/";

    private Resources() {}

    /**
     * The bytes of a file.
     *
     * @param name below the sample's resource folder, for instance {@code media/groove.mp3}
     * @throws IllegalArgumentException when the program comes without it
     */
    public static byte[] bytes(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no such sample resource: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as text, which is UTF-8. */
    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
