package org.outturn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;

/**
 * Whole transfers against the server that the {@code OUTTURN_TEST_*} variables name: the program's
 * engine, {@code rclone copy} and {@code aws s3 cp}, in turns, in one run. Everything that came
 * down is compared with what went up; everything stored is deleted. Options: {@link
 * TransferBenchOptions}.
 */
public final class TransferBench {
    private final TestBucket bucket;
    private final TransferBenchOptions options;
    private final Path root;
    private final Scores scores = new Scores();
    private int runs;

    private TransferBench(TestBucket bucket, TransferBenchOptions options, Path root) {
        this.bucket = bucket;
        this.options = options;
        this.root = root;
    }

    /** Runs all measurements. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Optional<ServerUnderTest> server = ServerUnderTest.given(System.getenv());
        if (server.isEmpty()) {
            System.err.println(
                    "TransferBench needs an S3 server: set OUTTURN_TEST_ENDPOINT,"
                            + " OUTTURN_TEST_ACCESS_KEY, OUTTURN_TEST_SECRET_KEY and"
                            + " OUTTURN_TEST_REGION, for instance with"
                            + " eval \"$(.ci/rgw-start.sh)\"");
            System.exit(2);
        }
        var options = TransferBenchOptions.of(System.getProperty("bench.options", ""));
        List<Contender> all = new ArrayList<>();
        all.add(
                new Engine(
                        server.get(),
                        List.of(System.getProperty("bench.java", "-Xms32m").split(" +"))));
        all.addAll(Peers.of(server.get(), options.peers()));
        Path root = Files.createTempDirectory(options.folder(), "outturn-bench");
        try (TestBucket bucket = TestBucket.create(server.get().connection())) {
            new TransferBench(bucket, options, root).measure(all);
        } finally {
            BenchFiles.delete(root);
        }
    }

    private void measure(List<Contender> all) throws IOException, InterruptedException {
        for (Workload work : options.workloads()) {
            Path source = BenchFiles.write(work, root);
            if (!work.up()) {
                // stored once, by the first of them
                run(all.getFirst(), new Workload(true, work.files(), work.bytes()), source, "all/");
            }
            for (int round = 0; round < options.rounds(); round++) {
                for (Contender contender : all) {
                    MeasuredProcess.Cost cost = measure(contender, work, source);
                    scores.add(work, contender.name(), cost);
                    IO.println(Scores.line(work, contender.name(), cost));
                    rest();
                }
                // nobody always comes after the same one
                Collections.rotate(all, 1);
            }
            empty("");
            rest();
        }
        IO.println("");
        scores.table().forEach(IO::println);
    }

    private MeasuredProcess.Cost measure(Contender contender, Workload work, Path source)
            throws IOException, InterruptedException {
        if (work.up()) {
            String prefix = "run" + runs++ + "/";
            MeasuredProcess.Cost cost = run(contender, work, source, prefix);
            checkStored(work, prefix);
            empty(prefix);
            return cost;
        }
        Path target = Files.createDirectories(root.resolve("down" + runs++));
        MeasuredProcess.Cost cost = run(contender, work, target, "all/");
        BenchFiles.checkSame(source, target);
        BenchFiles.delete(target);
        return cost;
    }

    private MeasuredProcess.Cost run(Contender contender, Workload work, Path local, String prefix)
            throws IOException, InterruptedException {
        return MeasuredProcess.run(
                contender.command(work, local, bucket.name(), prefix), root.resolve("log"));
    }

    private void checkStored(Workload work, String prefix) {
        var entries = bucket.entries(prefix);
        if (entries.size() != work.files()
                || entries.stream().anyMatch(entry -> entry.size() != work.bytes())) {
            throw new IllegalStateException(
                    "%d objects are stored, not %d".formatted(entries.size(), work.files()));
        }
    }

    private void empty(String prefix) {
        bucket.store().delete(bucket.name(), bucket.keys(prefix), done -> {}, Cancellation.never());
    }

    private void rest() throws InterruptedException {
        TimeUnit.SECONDS.sleep(options.restSeconds());
    }
}
