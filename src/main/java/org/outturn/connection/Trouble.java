package org.outturn.connection;

import java.nio.file.Path;
import java.util.List;

/**
 * Something that could not be understood where connections are written down. Holds no value of a
 * file: it may be a secret.
 *
 * @param file where
 * @param line counted from 1; 0 for the file as a whole
 * @param messageKey of the text that says what is wrong
 * @param words to be put into the text, for instance a profile's name
 */
public record Trouble(Path file, int line, String messageKey, List<String> words) {
    public Trouble {
        words = List.copyOf(words);
    }
}
