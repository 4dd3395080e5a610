package org.outturn.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.outturn.storage.ServerUnderTest;

/** The programs that operators would use instead, with the settings that suit each workload. */
final class Peers {
    private static final Path RCLONE = Path.of("/usr/bin/rclone");
    private static final Path AWS = Path.of("/usr/bin/aws");

    private Peers() {}

    static List<Contender> of(ServerUnderTest server, List<String> names) {
        List<Contender> peers = new ArrayList<>();
        if (names.contains("rclone")) {
            peers.add(new Rclone(server));
        }
        if (names.contains("aws")) {
            peers.add(new AwsCli(server));
        }
        return peers;
    }

    private static String installed(Path program) {
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException(
                    program + " is missing: apt-get install rclone awscli, or peers= without it");
        }
        return program.toString();
    }

    private record Rclone(ServerUnderTest server) implements Contender {
        @Override
        public String name() {
            return "rclone";
        }

        @Override
        public Command command(Workload work, Path local, String bucket, String prefix) {
            String remote = "bench:" + bucket + "/" + prefix;
            List<String> line = new ArrayList<>(List.of(installed(RCLONE), "copy"));
            line.addAll(
                    work.up()
                            ? List.of(local.toString(), remote)
                            : List.of(remote, local.toString()));
            line.addAll(
                    work.small()
                            ? List.of("--transfers", "32", "--checkers", "32")
                            : List.of(
                                    "--s3-upload-concurrency",
                                    "8",
                                    "--s3-chunk-size",
                                    "8M",
                                    "--multi-thread-streams",
                                    "8"));
            return new Command(
                    line,
                    Map.of(
                            "RCLONE_CONFIG", "/dev/null",
                            "RCLONE_CONFIG_BENCH_TYPE", "s3",
                            "RCLONE_CONFIG_BENCH_PROVIDER", "Ceph",
                            "RCLONE_CONFIG_BENCH_ENDPOINT", server.endpoint().toString(),
                            "RCLONE_CONFIG_BENCH_REGION", server.region(),
                            "RCLONE_CONFIG_BENCH_ACCESS_KEY_ID", server.credentials().accessKeyId(),
                            "RCLONE_CONFIG_BENCH_SECRET_ACCESS_KEY",
                                    server.credentials().secretAccessKey()));
        }
    }

    private record AwsCli(ServerUnderTest server) implements Contender {
        @Override
        public String name() {
            return "aws";
        }

        @Override
        public Command command(Workload work, Path local, String bucket, String prefix) {
            String remote = "s3://" + bucket + "/" + prefix;
            List<String> line = new ArrayList<>(List.of(installed(AWS), "s3", "cp", "--recursive"));
            line.addAll(
                    work.up()
                            ? List.of(local.toString(), remote)
                            : List.of(remote, local.toString()));
            line.addAll(
                    List.of(
                            "--only-show-errors",
                            "--endpoint-url",
                            server.endpoint().toString(),
                            "--region",
                            server.region()));
            return new Command(
                    line,
                    Map.of(
                            "AWS_CONFIG_FILE", "/dev/null",
                            "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
                            "AWS_EC2_METADATA_DISABLED", "true",
                            "AWS_ACCESS_KEY_ID", server.credentials().accessKeyId(),
                            "AWS_SECRET_ACCESS_KEY", server.credentials().secretAccessKey()));
        }
    }
}
