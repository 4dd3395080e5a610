package org.outturn.app;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.outturn.ui.signin.WebBrowser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The browser of the desktop: the programs that {@code BROWSER} names, then the system's own way.
 * JavaFX's would not say whether there was one. The page is an argument, never part of a shell's
 * command.
 */
final class SystemBrowser implements WebBrowser {
    private static final Logger LOG = LoggerFactory.getLogger(SystemBrowser.class);

    /** A starter that is not done by then has become the browser. */
    private static final long STARTED_SECONDS = 4;

    private final List<List<String>> programs;

    /**
     * @param environment the variables
     * @param system the name of the operating system, as Java has it
     */
    SystemBrowser(Map<String, String> environment, String system) {
        programs = new ArrayList<>();
        Stream.of(environment.getOrDefault("BROWSER", "").split(":"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> programs.add(List.of(name)));
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            programs.add(List.of("rundll32", "url.dll,FileProtocolHandler"));
        } else if (name.contains("mac")) {
            programs.add(List.of("open"));
        } else {
            programs.add(List.of("xdg-open"));
        }
    }

    @Override
    public boolean open(URI page) {
        boolean web =
                "https".equalsIgnoreCase(page.getScheme())
                        || "http".equalsIgnoreCase(page.getScheme());
        return web && programs.stream().anyMatch(program -> starts(program, page));
    }

    private static boolean starts(List<String> program, URI page) {
        List<String> command = new ArrayList<>(program);
        command.add(page.toASCIIString());
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            return !process.waitFor(STARTED_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException e) {
            LOG.debug("{} does not start", program.getFirst());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
