package org.outturn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;

/**
 * A folder of 100,000 small files dropped on the window: how long the plan takes, how long the
 * window does not answer at most, and how much memory the program's process takes. The server is
 * the sample server, in this process. Options: the number of files, such as {@code
 * -Dbench.options=1000}.
 */
public final class DropBench {
    private static final int FILES = 100_000;
    private static final int BYTES = 200;
    private static final String BUCKET = "outputs";

    private DropBench() {}

    /** Runs the measurement. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String given = System.getProperty("bench.options", "");
        int count = given.isBlank() ? FILES : Integer.parseInt(given.strip());
        Path root = Files.createTempDirectory("outturn-bench");
        try (SampleServer server =
                SampleServer.start(root.resolve("server"), SampleOptions.DEFAULTS)) {
            server.store().createBucket(BUCKET);
            Path folder = BenchFiles.write(new Workload(true, count, BYTES), root);
            MeasuredProcess.Cost cost =
                    MeasuredProcess.run(command(server, root, folder, count), root.resolve("log"));
            Files.readAllLines(root.resolve("log")).stream()
                    .filter(line -> line.startsWith(DropRun.SAYS))
                    .forEach(line -> IO.println(line.substring(DropRun.SAYS.length())));
            IO.println(
                    String.format(
                            Locale.ROOT,
                            "%,d files: cpu %.1f s, peak %.0f MiB",
                            count,
                            cost.cpuSeconds(),
                            cost.peakMib()));
        } finally {
            BenchFiles.delete(root);
        }
    }

    private static Contender.Command command(
            SampleServer server, Path root, Path folder, int count) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(System.getProperty("bench.java", "-Xms32m").split(" +")));
        for (String name : List.of("glass.platform", "prism.order", "java.awt.headless")) {
            line.add("-D" + name + "=" + System.getProperty(name, ""));
        }
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.add(DropRun.class.getName());
        line.addAll(
                List.of(
                        root.resolve("home").toString(),
                        folder.toString(),
                        BUCKET,
                        Integer.toString(count)));
        return new Contender.Command(
                line,
                Map.of(
                        "OUTTURN_TEST_ENDPOINT", server.endpoint().toString(),
                        "OUTTURN_TEST_REGION", server.region(),
                        "OUTTURN_TEST_ACCESS_KEY", server.accessKey(),
                        "OUTTURN_TEST_SECRET_KEY", server.secretKey()));
    }
}
