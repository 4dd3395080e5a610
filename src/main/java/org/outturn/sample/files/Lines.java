package org.outturn.sample.files;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
public final class Lines {
    private Lines() {}

    /** Lines of at most {@code length} characters, broken between words; a longer word stays. */
    public static List<String> wrap(String text, int length) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > length) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
