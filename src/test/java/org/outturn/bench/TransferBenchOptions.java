package org.outturn.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much to measure: {@code -Dbench.options=large=64,files=500,rounds=1}.
 *
 * @param largeMib size of the one large file, in MiB
 * @param files number of small files
 * @param smallBytes size of each, in bytes
 * @param rounds how often everything is measured; the median counts
 * @param only measure just the workloads whose name contains this
 * @param peers names of those to measure beside the engine
 * @param folder where files are read from and written to
 * @param restSeconds pause after each run, in which a server may clean up after it
 */
record TransferBenchOptions(
        long largeMib,
        int files,
        int smallBytes,
        int rounds,
        String only,
        List<String> peers,
        Path folder,
        int restSeconds) {

    static TransferBenchOptions of(String text) {
        Map<String, String> given = new HashMap<>();
        for (String pair : text.split(",")) {
            if (!pair.isBlank()) {
                String[] both = pair.split("=", 2);
                given.put(both[0].strip(), both.length == 2 ? both[1].strip() : "");
            }
        }
        var options =
                new TransferBenchOptions(
                        Long.parseLong(given.getOrDefault("large", "1024")),
                        Integer.parseInt(given.getOrDefault("files", "10000")),
                        Integer.parseInt(given.getOrDefault("bytes", "4096")),
                        Integer.parseInt(given.getOrDefault("rounds", "5")),
                        given.getOrDefault("only", ""),
                        List.of(given.getOrDefault("peers", "rclone aws").split(" +")),
                        Path.of(given.getOrDefault("folder", System.getProperty("java.io.tmpdir"))),
                        Integer.parseInt(given.getOrDefault("rest", "6")));
        given.keySet()
                .removeAll(
                        List.of(
                                "large", "files", "bytes", "rounds", "only", "peers", "folder",
                                "rest"));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("there is no such option: " + given.keySet());
        }
        return options;
    }

    /** All of them, in the order in which they are measured. */
    List<Workload> workloads() {
        return List.of(
                        new Workload(true, 1, largeMib << 20),
                        new Workload(false, 1, largeMib << 20),
                        new Workload(true, files, smallBytes),
                        new Workload(false, files, smallBytes))
                .stream()
                .filter(work -> (work.folder() + " " + work).contains(only))
                .toList();
    }
}
