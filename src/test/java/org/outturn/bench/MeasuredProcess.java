package org.outturn.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs a process to its end and says what it took. Linux only: it reads {@code /proc}. */
final class MeasuredProcess {
    private static final long LONGEST_MINUTES = 30;

    /** {@code USER_HZ} of proc(5): 100 on every Linux that Java runs on. */
    private static final double TICKS_A_SECOND = 100;

    private MeasuredProcess() {}

    /**
     * What one run took.
     *
     * @param seconds from start to end of the process
     * @param engineSeconds of that, what the process itself says its work took; the same as {@code
     *     seconds} for one that says nothing
     * @param cpuSeconds of the processors, user and system
     * @param peakMib the most memory resident
     */
    record Cost(double seconds, double engineSeconds, double cpuSeconds, double peakMib) {}

    static Cost run(Contender.Command command, Path log) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command.line())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        // settings for other tools, such as a proxy or a CA bundle, must not change a measurement
        builder.environment().keySet().retainAll(Set.of("PATH", "HOME"));
        builder.environment().putAll(command.environment());
        double cpuBefore = cpuOfEndedChildren();
        long start = System.nanoTime();
        Process process = builder.start();
        double peak = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakMib(process.pid()));
            if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(LONGEST_MINUTES)) {
                process.destroyForcibly();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = cpuOfEndedChildren() - cpuBefore;
        String said = Files.readString(log);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    command.line().getFirst()
                            + " ended with "
                            + process.exitValue()
                            + ":\n"
                            + said);
        }
        return new Cost(seconds, engineSeconds(said, seconds), cpu, peak);
    }

    private static double engineSeconds(String said, double otherwise) {
        return said.lines()
                .filter(line -> line.startsWith(EngineRun.TIME))
                .mapToDouble(line -> Long.parseLong(line.substring(EngineRun.TIME.length())) / 1e3)
                .findFirst()
                .orElse(otherwise);
    }

    /** The high-water mark of resident memory; 0 when the process has just ended. */
    private static double peakMib(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/status"))
                    .lines()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Of those that were waited for: exact, and counted by the kernel when a child ends. */
    private static double cpuOfEndedChildren() throws IOException {
        String stat =
                new String(Files.readAllBytes(Path.of("/proc/self/stat")), StandardCharsets.UTF_8);
        // the name in brackets may hold spaces; after it comes field 3
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_A_SECOND;
    }
}
