package org.outturn.sample.outputs;

import static org.outturn.sample.files.Json.object;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.outturn.sample.content.Article;
import org.outturn.sample.content.ArticleJson;
import org.outturn.sample.content.ArticlePdf;
import org.outturn.sample.content.ArticleText;
import org.outturn.sample.content.Block;
import org.outturn.sample.files.Json;
import org.outturn.sample.files.Picture;
import org.outturn.sample.files.Resources;

/** PDFs handed to the pipeline over NATS, and what it made of them. */
final class DocumentPipeline {
    static final String BUCKET = "documents";

    /** A result of more bytes does not fit into a message and is stored instead. */
    private static final int LARGEST_MESSAGE = 900_000;

    private static final int REQUESTS = 62;
    private static final int DAYS = 25;

    private final Names names;
    private final String bucket;
    private final List<Output> outputs = new ArrayList<>();
    private final List<Made> documents;
    private byte @Nullable [] largeResult;

    private record Made(Article article, byte[] pdf, byte[] docling, byte[] markdown) {
        static Made of(Article article) {
            Picture figure =
                    Picture.ofJpeg(
                            Resources.bytes(article.figure()),
                            ParsedDocument.FIGURE_WIDTH,
                            ParsedDocument.FIGURE_HEIGHT);
            return new Made(
                    article,
                    ArticlePdf.of(article, figure, ArticlePdf.Marks.NONE),
                    ArticleJson.docling(article),
                    ArticleText.markdown(article, "images/figure-1.png")
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private DocumentPipeline(long seed, Instant now, String bucket, List<Article> articles) {
        this.names = new Names(seed, now);
        this.bucket = bucket;
        this.documents = articles.stream().map(Made::of).toList();
    }

    static List<Output> outputs(long seed, Instant now, List<Article> articles) {
        var pipeline = new DocumentPipeline(seed, now, BUCKET, articles);
        for (int i = 0; i < REQUESTS; i++) {
            pipeline.request(i);
        }
        return pipeline.outputs;
    }

    /** A few requests for a bucket that several producers share. */
    static List<Output> fewRequests(String bucket, long seed, Instant now, List<Article> articles) {
        var pipeline = new DocumentPipeline(seed, now, bucket, articles.subList(0, 4));
        for (int i = 1; i < 6; i++) {
            pipeline.request(i);
        }
        return pipeline.outputs;
    }

    /**
     * Every sixth request came to nothing: its input lies there and no result does, or only one
     * that says why.
     */
    private void request(int number) {
        boolean large = number % 9 == 7;
        Made document = documents.get(large ? 0 : number % documents.size());
        String id = names.uuid();
        Instant sent = names.lately(DAYS);
        input(number, id, document.pdf, sent);
        Instant done = names.after(sent, 8, 90);
        if (number % 6 == 5) {
            if (number % 12 == 11) {
                put("results/" + id + ".json", failure(id), "application/json", done);
            }
            return;
        }
        if (large) {
            put("results/" + id + ".json", largeResult(document.article), "application/json", done);
            put(
                    "results/" + id + ".records.jsonl",
                    records(document.article),
                    "application/x-ndjson",
                    done);
        } else {
            put("parsed/" + id + "/docling.json", document.docling, "application/json", done);
            if (number % 11 != 10) {
                put("parsed/" + id + "/markdown.md", document.markdown, "text/markdown", done);
            }
        }
    }

    /** What a worker answers that could not read the document. */
    private static byte[] failure(String id) {
        return Json.pretty(
                object(
                        "request_id", id,
                        "status", "error",
                        "error", "The document is encrypted and cannot be opened"));
    }

    private void input(int number, String id, byte[] pdf, Instant sent) {
        switch (number % 10) {
            case 8 -> put("documents/" + id + ".pdf", pdf, "application/pdf", sent);
            case 9 -> put("documents/" + id, pdf, Output.UNTYPED, sent);
            default -> put("raw/" + id + ".pdf", pdf, "application/pdf", sent);
        }
        if (number % 7 == 3) {
            outputs.add(outputs.removeLast().withTags(Map.of("type", "manual")));
        }
    }

    private void put(String key, byte[] bytes, String type, Instant when) {
        outputs.add(Output.of(bucket, key, bytes, type, when));
    }

    /** A result envelope's content: the structured data of many pages. */
    private byte[] largeResult(Article article) {
        if (largeResult != null) {
            return largeResult;
        }
        String markdown = ArticleText.markdown(article, "images/figure-1.png");
        var pages = new ArrayList<Object>();
        int bytes = 0;
        while (bytes < LARGEST_MESSAGE) {
            pages.add(object("page", pages.size() + 1, "rotation", 0, "text", markdown));
            bytes += markdown.length();
        }
        largeResult =
                Json.pretty(
                        object(
                                "status",
                                "success",
                                "result",
                                object(
                                        "text", article.title(),
                                        "markdown", "# " + article.title(),
                                        "structured_data", object("pages", pages),
                                        "metadata", object("page_count", pages.size()))));
        return largeResult;
    }

    /** One record a table row. */
    private static byte[] records(Article article) {
        return article.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .flatMap(block -> rows((Block.Table) block))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static java.util.stream.Stream<String> rows(Block.Table table) {
        List<String> head = table.rows().getFirst();
        return table.rows().stream()
                .skip(1)
                .map(row -> {
                    var fields = object();
                    for (int i = 0; i < head.size(); i++) {
                        fields.put(head.get(i), row.get(i));
                    }
                    return Json.line(fields);
                });
    }
}
