package org.outturn.connection.profile;

import java.util.ArrayList;
import java.util.List;

/**
 * The line of {@code credential_process}, split as the AWS CLI splits it: into a program and its
 * arguments, for no shell.
 */
public final class CommandLine {
    private CommandLine() {}

    /**
     * The program and its arguments.
     *
     * @param windows whether a backslash stands in paths, and only double quotes quote (Microsoft's
     *     "Parsing C command-line arguments"); otherwise as a POSIX shell has it
     * @return empty if a quote is not closed
     */
    public static List<String> words(String line, boolean windows) {
        String oneLine = line.replace('\n', ' ');
        return windows ? ofWindows(oneLine) : Headers.words(oneLine).orElse(List.of());
    }

    private static List<String> ofWindows(String line) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        boolean any = false;
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '\\' && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                at++;
                word.append('"');
                any = true;
            } else if (c == '"') {
                quoted = !quoted;
                any = true;
            } else if (!quoted && (c == ' ' || c == '\t')) {
                if (any) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else {
                word.append(c);
                any = true;
            }
        }
        if (any) {
            words.add(word.toString());
        }
        return quoted ? List.of() : words;
    }
}
