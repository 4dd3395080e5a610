package org.outturn.connection.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandLineTest {
    @Test
    void asAPosixShell() {
        assertThat(CommandLine.words("a  'b c' \"d \\\" e\" f\\ g ''", false))
                .containsExactly("a", "b c", "d \" e", "f g", "");
        assertThat(CommandLine.words("a 'b", false)).isEmpty();
        assertThat(CommandLine.words("a \"b", false)).isEmpty();
        assertThat(CommandLine.words("a b\\", false)).isEmpty();
    }

    @Test
    void asWindowsHasIt() {
        assertThat(
                        CommandLine.words(
                                "\"C:\\Program Files\\keys.exe\" --role 'x \"say \\\"yes\\\"\"",
                                true))
                .containsExactly("C:\\Program Files\\keys.exe", "--role", "'x", "say \"yes\"");
        assertThat(CommandLine.words("C:\\keys.exe a\tb", true))
                .containsExactly("C:\\keys.exe", "a", "b");
        assertThat(CommandLine.words("\"open", true)).isEmpty();
    }
}
