package org.outturn.sample.outputs;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.outturn.sample.content.Article;
import org.outturn.sample.content.ArticleText;
import org.outturn.sample.content.Block;
import org.outturn.sample.content.Receipt;

/**
 * Parsed documents and results of single recognition tasks, under the prefix {@code monkeyocr}. It
 * sets no Content-Type.
 */
final class MonkeyOcr {
    static final String BUCKET = "monkeyocr-results";
    private static final int PARSES = 44;
    private static final int DAYS = 28;

    private final Names names;
    private final String bucket;
    private final List<Output> outputs = new ArrayList<>();

    private MonkeyOcr(Names names, String bucket) {
        this.names = names;
        this.bucket = bucket;
    }

    static List<Output> outputs(long seed, Instant now, List<Article> articles) {
        var producer = new MonkeyOcr(new Names(seed, now), BUCKET);
        List<ParsedDocument> documents = articles.stream().map(ParsedDocument::new).toList();
        for (int i = 0; i < PARSES; i++) {
            producer.parse(documents.get(i % documents.size()), i);
        }
        producer.recognise(90, receipts(24), "text");
        producer.recognise(36, formulas(articles), "formula");
        producer.recognise(36, tables(articles), "table");
        return producer.outputs;
    }

    /** A few recognition results for a bucket that several producers share. */
    static List<Output> fewResults(String bucket, long seed, Instant now) {
        var producer = new MonkeyOcr(new Names(seed, now), bucket);
        producer.recognise(12, receipts(12), "text");
        return producer.outputs;
    }

    /**
     * Every fifth run left no ZIP: what was unzipped is all there is. Every second one was stored
     * unzipped too, and some of those stopped half way.
     */
    private void parse(ParsedDocument document, int run) {
        Instant begun = names.lately(DAYS);
        Article article = document.article();
        String original = article.name() + ".pdf";
        boolean failed = run % 5 == 4;
        if (!failed) {
            String key =
                    "monkeyocr/parsed/%d_%s.zip".formatted(begun.getEpochSecond(), article.stem());
            // one ZIP came out empty
            byte[] zip = run == 11 ? new byte[0] : document.zip();
            put(key, zip, begun, original, "parse", "zip");
        }
        if (run % 2 == 0 || failed) {
            Instant unzipped = names.after(begun, 1, 4);
            String folder =
                    "monkeyocr/parsed/%d_%s/".formatted(unzipped.getEpochSecond(), article.name());
            document.unzipped(names.tempStem()).entrySet().stream()
                    .limit(run % 10 == 8 || failed ? 3 : Long.MAX_VALUE)
                    .forEach(file ->
                            put(
                                    folder + file.getKey(),
                                    file.getValue(),
                                    names.after(unzipped, 1, 9),
                                    original,
                                    "parse",
                                    extension(file.getKey())));
        }
    }

    private void recognise(int count, Map<String, byte[]> results, String task) {
        List<Map.Entry<String, byte[]>> all = List.copyOf(results.entrySet());
        for (int i = 0; i < count; i++) {
            Map.Entry<String, byte[]> result = all.get(i % all.size());
            Instant when = names.lately(DAYS);
            String key =
                    "monkeyocr/ocr/%s/%d_%s.md"
                            .formatted(task, when.getEpochSecond(), result.getKey());
            boolean nothingFound = i % 40 == 39;
            byte[] text = nothingFound ? new byte[0] : result.getValue();
            put(key, text, when, result.getKey(), task, "md");
        }
    }

    private void put(
            String key, byte[] bytes, Instant when, String original, String task, String type) {
        outputs.add(
                Output.of(bucket, key, bytes, Output.UNTYPED, when)
                        .withMetadata(
                                Map.of(
                                        "original_filename", original,
                                        "task_type", task,
                                        "timestamp", String.valueOf(when.getEpochSecond()),
                                        "file_type", type)));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** What is read from receipts, by the name of the picture. */
    private static Map<String, byte[]> receipts(int count) {
        var results = new java.util.LinkedHashMap<String, byte[]>();
        for (int number = 1; number <= count; number++) {
            Receipt receipt = receipt(number);
            results.put("receipt_" + number + ".png", utf8(receipt.markdown()));
        }
        return results;
    }

    /** The receipt of this number: the same for its picture and for what is read from it. */
    static Receipt receipt(int number) {
        return Receipt.of(4000 + number, new SplittableRandom(number));
    }

    private static Map<String, byte[]> formulas(List<Article> articles) {
        return results(articles, Block.Formula.class, "formula_%d.png");
    }

    private static Map<String, byte[]> tables(List<Article> articles) {
        return results(articles, Block.Table.class, "table %d.jpg");
    }

    private static Map<String, byte[]> results(
            List<Article> articles, Class<? extends Block> kind, String name) {
        var results = new java.util.LinkedHashMap<String, byte[]>();
        for (Article article : articles) {
            article.blocks().stream()
                    .filter(kind::isInstance)
                    .map(block -> utf8(ArticleText.markdown(block, "") + "\n"))
                    .forEach(text -> results.put(name.formatted(results.size() + 1), text));
        }
        return results;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
