package org.outturn.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.outturn.storage.ServerUnderTest;

/**
 * The program's own engine in a process of its own, with the program's own JVM options, so that its
 * memory and processor time are its own.
 *
 * @param options the JVM's, as the program is started with
 */
record Engine(ServerUnderTest server, List<String> options) implements Contender {
    @Override
    public String name() {
        return "outturn";
    }

    @Override
    public Command command(Workload work, Path local, String bucket, String prefix) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.add(EngineRun.class.getName());
        line.addAll(List.of(work.up() ? "up" : "down", local.toString(), bucket, prefix));
        return new Command(
                line,
                Map.of(
                        "AWS_EC2_METADATA_DISABLED", "true",
                        "OUTTURN_TEST_ENDPOINT", server.endpoint().toString(),
                        "OUTTURN_TEST_REGION", server.region(),
                        "OUTTURN_TEST_PATH_STYLE", Boolean.toString(server.pathStyle()),
                        "OUTTURN_TEST_ACCESS_KEY", server.credentials().accessKeyId(),
                        "OUTTURN_TEST_SECRET_KEY", server.credentials().secretAccessKey()));
    }
}
