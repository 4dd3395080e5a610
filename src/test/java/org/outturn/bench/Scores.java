package org.outturn.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The costs of all runs, and what they come to. */
final class Scores {
    private final Map<Workload, Map<String, List<MeasuredProcess.Cost>>> costs =
            new LinkedHashMap<>();

    void add(Workload work, String name, MeasuredProcess.Cost cost) {
        costs.computeIfAbsent(work, w -> new LinkedHashMap<>())
                .computeIfAbsent(name, n -> new ArrayList<>())
                .add(cost);
    }

    /** A Markdown table; ratios are times against the fastest peer's, below 1 is faster. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| workload | program | median s (least to most) | of the process | to the best peer"
                        + " | CPU s | peak MiB |");
        lines.add("|---|---|---|---|---|---|---|");
        costs.forEach((work, all) ->
                all.forEach((name, runs) -> {
                    double best =
                            all.entrySet().stream()
                                    .filter(other -> !other.getKey().equals("outturn"))
                                    .mapToDouble(other ->
                                            median(
                                                    other.getValue(),
                                                    MeasuredProcess.Cost::engineSeconds))
                                    .min()
                                    .orElse(Double.NaN);
                    double time = median(runs, MeasuredProcess.Cost::engineSeconds);
                    double process = median(runs, MeasuredProcess.Cost::seconds);
                    lines.add(
                            "| %s | %s | %.2f (%.2f to %.2f) | %.2f | %.2f (process %.2f) | %.1f | %.0f |"
                                    .formatted(
                                            work,
                                            name,
                                            time,
                                            runs.stream()
                                                    .mapToDouble(
                                                            MeasuredProcess.Cost::engineSeconds)
                                                    .min()
                                                    .orElseThrow(),
                                            runs.stream()
                                                    .mapToDouble(
                                                            MeasuredProcess.Cost::engineSeconds)
                                                    .max()
                                                    .orElseThrow(),
                                            process,
                                            time / best,
                                            process / best,
                                            median(runs, MeasuredProcess.Cost::cpuSeconds),
                                            runs.stream()
                                                    .mapToDouble(MeasuredProcess.Cost::peakMib)
                                                    .max()
                                                    .orElseThrow()));
                }));
        return lines;
    }

    static String line(Workload work, String name, MeasuredProcess.Cost cost) {
        return String.format(
                Locale.ROOT,
                "%-22s %-8s %7.2f s (process %7.2f)  cpu %6.1f s  peak %5.0f MiB",
                work,
                name,
                cost.engineSeconds(),
                cost.seconds(),
                cost.cpuSeconds(),
                cost.peakMib());
    }

    private static double median(
            List<MeasuredProcess.Cost> runs, ToDoubleFunction<MeasuredProcess.Cost> value) {
        double[] sorted = runs.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
