package org.outturn.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.outturn.catalog.OutputCollector;
import org.outturn.pipeline.layout.KeyForm;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.pipeline.layout.OutputForm;
import org.outturn.pipeline.layout.PipelineLayout;
import org.outturn.pipeline.layout.Recogniser;
import org.outturn.pipeline.template.Placeholder;
import org.outturn.pipeline.template.PlaceholderType;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;

/**
 * Recognition of a million keys of all five producers, on one core, beside the same templates as
 * regular expressions that are tried one after another; and outputs put together from the whole
 * listing. Both in one run, in turns; the median of the rounds counts. Argument: the number of
 * keys.
 */
public final class RecognitionBench {
    private static final int ROUNDS = 5;
    private static final int PAGE = 1_000;
    private static final Instant STORED = Instant.parse("2026-11-21T12:00:00Z");
    private static final Recogniser RECOGNISER = Layouts.SHIPPED.recogniser();

    private RecognitionBench() {}

    /** Runs all measurements. */
    public static void main(String[] args) {
        int count = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        List<String> keys = keys(count);
        List<Pattern> patterns = patterns();
        Map<String, Predicate<List<String>>> runs = new LinkedHashMap<>();
        runs.put("recognise, one core", all -> recognise(all) > 0);
        runs.put("regular expressions, one core", all -> matched(all, patterns) > 0);
        runs.put("outputs put together, one core", all -> collected(all) > 0);
        Map<String, long[]> times = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            runs.forEach((name, run) -> {
                long start = System.nanoTime();
                if (!run.test(keys)) {
                    throw new IllegalStateException("nothing was recognised");
                }
                long[] all = times.computeIfAbsent(name, _ -> new long[0]);
                long[] more = Arrays.copyOf(all, all.length + 1);
                more[all.length] = System.nanoTime() - start;
                times.put(name, more);
            });
        }
        System.out.printf(
                Locale.ROOT,
                "%,d keys, %,d recognised, %,d outputs%n",
                count,
                recognise(keys),
                collected(keys));
        times.forEach((name, all) -> {
            Arrays.sort(all);
            double seconds = all[all.length / 2] / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "  %-32s %6.2f s, %,10.0f keys a second (best %.2f, worst %.2f s)%n",
                    name,
                    seconds,
                    count / seconds,
                    all[0] / 1e9,
                    all[all.length - 1] / 1e9);
        });
    }

    private static int recognise(List<String> keys) {
        int found = 0;
        for (String key : keys) {
            found += RECOGNISER.of(key) == null ? 0 : 1;
        }
        return found;
    }

    private static int matched(List<String> keys, List<Pattern> patterns) {
        int found = 0;
        for (String key : keys) {
            for (Pattern pattern : patterns) {
                if (pattern.matcher(key).matches()) {
                    found++;
                    break;
                }
            }
        }
        return found;
    }

    private static int collected(List<String> keys) {
        var collector = new OutputCollector(RECOGNISER, Prefix.root("b"));
        for (int from = 0; from < keys.size(); from += PAGE) {
            List<String> page = keys.subList(from, Math.min(keys.size(), from + PAGE));
            collector.add(
                    new ListingPage(
                            page.stream()
                                    .map(key -> new ObjectEntry(key, 9, STORED, "STANDARD", ""))
                                    .toList(),
                            List.of(),
                            false));
        }
        return collector.table(STORED).rows().size();
    }

    /** In key order, as a listing has them. */
    private static List<String> keys(int count) {
        var random = new SplittableRandom(7);
        var keys = new ArrayList<String>(count);
        String job = "";
        for (int i = 0; i < count; i++) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            long epoch = 1_790_000_000L + i;
            if (i % 300 == 0) {
                job = "agar/20261121_%06d_%s/".formatted(i / 300 % 60, id);
            }
            keys.add(
                    switch (i % 10) {
                        case 0, 1, 2 -> job + "pdfs/SDS/Product " + i + "_SDS.pdf";
                        case 3 -> job + "pdfs/Product " + i + "_pdfs.json";
                        case 4 -> "monkeyocr/parsed/" + epoch + "_report " + i + "/t_layout.pdf";
                        case 5 -> "monkeyocr/ocr/text/" + epoch + "_receipt_" + i + ".png.md";
                        case 6 -> "parsed/" + id + "/docling.json";
                        case 7 -> "exports/" + id + "/20261121_114000_musicxml";
                        case 8 ->
                                "temp/videos/2026/11/21/%016x_%d123.mp4"
                                        .formatted(random.nextLong(), epoch);
                        default -> "incoming/" + i + "/page " + i + ".png";
                    });
        }
        keys.sort(null);
        return keys;
    }

    /** The same templates as regular expressions; days that do not exist are not looked at. */
    private static List<Pattern> patterns() {
        var patterns = new ArrayList<Pattern>();
        for (PipelineLayout layout : Layouts.SHIPPED.all()) {
            for (OutputForm form : layout.outputs()) {
                for (KeyForm key : form.keys()) {
                    String text = key.template().toString();
                    for (Placeholder placeholder : key.template().placeholders()) {
                        text =
                                text.replaceFirst(
                                        "\\{" + placeholder.name() + "(:[^}]*)?\\}",
                                        expression(placeholder.type()).replace("\\", "\\\\"));
                    }
                    patterns.add(Pattern.compile(text));
                }
            }
        }
        return patterns;
    }

    private static String expression(PlaceholderType type) {
        return switch (type) {
            case PlaceholderType.AnyPrefix() -> "(?:[^/]*/)*?";
            case PlaceholderType.Rest() -> ".*";
            case PlaceholderType.Text() -> "[^/]+";
            case PlaceholderType.AnyTime() -> "(?:[0-9]{8}_[0-9]{6}|[0-9]{8,17})";
            case PlaceholderType.OneOf(List<String> options) ->
                    "(?:" + String.join("|", options) + ")";
            case PlaceholderType.Run(var alphabet, int least, int most) ->
                    (alphabet == PlaceholderType.Alphabet.DIGITS ? "[0-9]" : "[0-9a-zA-Z_-]")
                            + "{"
                            + least
                            + ","
                            + most
                            + "}";
            case PlaceholderType.Fixed(String word, int length, _) ->
                    word.equals("uuid") || word.equals("stamp") || word.equals("date")
                            ? "[0-9a-fA-F_-]{" + length + "}"
                            : "[0-9]{" + length + "}";
        };
    }
}
