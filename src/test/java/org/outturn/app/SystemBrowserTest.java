package org.outturn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemBrowserTest {
    private static final URI PAGE = URI.create("https://example.com/authorize?a=$(id)&b=%22;x");

    @TempDir Path folder;

    private Path program(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static boolean opens(String browsers, URI page) {
        // a system that has no way of its own here
        return new SystemBrowser(Map.of("BROWSER", browsers), "Windows").open(page);
    }

    @Test
    void theProgramGetsThePageAsItIs() throws IOException {
        Path browser = program("browser", "printf '%s' \"$1\" > \"$0.page\"");
        assertThat(opens(browser.toString(), PAGE)).isTrue();
        assertThat(folder.resolve("browser.page")).hasContent(PAGE.toString());
    }

    @Test
    void theNextIsTriedWhenOneFails() throws IOException {
        Path broken = program("broken", "exit 3");
        Path browser = program("browser", "printf '%s' \"$1\" > \"$0.page\"");
        assertThat(opens(folder.resolve("absent") + ":" + broken + ":" + browser, PAGE)).isTrue();
        assertThat(folder.resolve("browser.page")).exists();
    }

    @Test
    void itSaysSoWhenThereIsNone() throws IOException {
        assertThat(opens("", PAGE)).isFalse();
        assertThat(opens(program("broken", "exit 3").toString(), PAGE)).isFalse();
    }

    @Test
    void aBrowserThatStaysIsOne() throws IOException {
        Path browser = program("browser", "sleep 20");
        assertThat(opens(browser.toString(), PAGE)).isTrue();
    }

    @Test
    void onlyPagesOfTheWebAreOpened() throws IOException {
        Path browser = program("browser", "touch \"$0.page\"");
        assertThat(opens(browser.toString(), URI.create("file:///etc/passwd"))).isFalse();
        assertThat(folder.resolve("browser.page")).doesNotExist();
    }
}
