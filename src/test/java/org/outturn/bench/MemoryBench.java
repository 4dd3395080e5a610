package org.outturn.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.outturn.connection.Credentials;
import org.outturn.storage.ServerUnderTest;

/**
 * The memory that the engine's process takes at most while one file of 1, 4 and 20 GiB goes up. The
 * files are sparse and the server forgets them, so neither disk nor memory has to hold them.
 * Options: the sizes in GiB, such as {@code -Dbench.options=1,2}.
 */
public final class MemoryBench {
    private MemoryBench() {}

    /** Runs all measurements. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String sizes = System.getProperty("bench.options", "");
        List<String> java = List.of(System.getProperty("bench.java", "-Xms32m").split(" +"));
        Path root = Files.createTempDirectory("outturn-bench");
        try (DiscardingServer server = new DiscardingServer()) {
            Engine engine =
                    new Engine(
                            new ServerUnderTest(
                                    server.endpoint(),
                                    "us-east-1",
                                    new Credentials("key", "secret", ""),
                                    true),
                            java);
            for (String size : (sizes.isBlank() ? "1,4,20" : sizes).split(",")) {
                measure(engine, server, root, Long.parseLong(size.strip()) << 30);
            }
        } finally {
            BenchFiles.delete(root);
        }
    }

    private static void measure(Engine engine, DiscardingServer server, Path root, long bytes)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(root.resolve("large"));
        Path file = folder.resolve("sparse");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(bytes);
        }
        long before = server.received();
        Workload work = new Workload(true, 1, bytes);
        MeasuredProcess.Cost cost =
                MeasuredProcess.run(
                        engine.command(work, folder, "bucket", "p" + (bytes >> 30) + "/"),
                        root.resolve("log"));
        if (server.received() - before < bytes) {
            throw new IllegalStateException("not everything was sent");
        }
        IO.println(
                String.format(
                        Locale.ROOT,
                        "%3d GiB up: peak %4.0f MiB, %6.1f s, cpu %6.1f s",
                        bytes >> 30,
                        cost.peakMib(),
                        cost.engineSeconds(),
                        cost.cpuSeconds()));
        Files.delete(file);
    }
}
