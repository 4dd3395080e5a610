package org.outturn.connection.profile;

import java.util.List;

/** The line of {@code credential_process}. */
public final class CommandLine {
    private CommandLine() {}

    /**
     * The program and its arguments, split as a POSIX shell would, quotes included, and nothing
     * else: the AWS CLI starts no shell either.
     *
     * @return empty if a quote is not closed
     */
    public static List<String> words(String line) {
        return Headers.words(line.replace('\n', ' ')).orElse(List.of());
    }
}
