package org.outturn.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A second Java process, ended at the latest when this is closed. */
final class Child implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(40);

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private Child(Process process) {
        this.process = process;
        Thread.ofVirtual().name("read child " + process.pid()).start(this::read);
    }

    /** Starts one of the tests' own programs. */
    static Child of(Class<?> main, Object... arguments) throws IOException {
        return start(main.getName(), classPath(_ -> true), Map.of(), List.of(), arguments);
    }

    /** Starts the program as its start command does: without the tests, in a home of its own. */
    static Child ofTheProgram(Path home, Map<String, String> environment) throws IOException {
        String classes = classPath(entry -> !entry.endsWith("test-classes"));
        return start(
                "org.outturn.app.Launcher",
                classes,
                environment,
                List.of("-Duser.home=" + home, "-Xms32m"));
    }

    private static Child start(
            String main,
            String classPath,
            Map<String, String> environment,
            List<String> options,
            Object... arguments)
            throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dprism.order=sw",
                                // two of them share the machine with the tests
                                "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-classpath", classPath, main));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // whoever runs the tests may have AWS keys: they are nobody's business here
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        return new Child(builder.start());
    }

    private static String classPath(Predicate<String> wanted) {
        String separator = System.getProperty("path.separator");
        return Arrays.stream(System.getProperty("java.class.path").split(separator))
                .filter(wanted)
                .reduce((a, b) -> a + separator + b)
                .orElseThrow();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(said::add);
        } catch (IOException e) {
            said.add(e.toString());
        }
    }

    /** Waits until the process has said a line. */
    void awaitLine(String line) {
        await("the other process says: " + line)
                .atMost(START)
                .untilAsserted(() -> {
                    if (!process.isAlive() && !said.contains(line)) {
                        throw new IllegalStateException("it ended, and had said " + said);
                    }
                    assertThat(said).contains(line);
                });
    }

    boolean hasSaid(String line) {
        return said.contains(line);
    }

    List<String> said() {
        return List.copyOf(said);
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
