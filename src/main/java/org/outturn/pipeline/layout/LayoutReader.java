package org.outturn.pipeline.layout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.outturn.pipeline.Producer;
import org.outturn.pipeline.UploadDefaults;
import org.outturn.pipeline.template.PathTemplate;
import org.outturn.pipeline.template.TemplateException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads layout files (docs/layouts.md). What it does not know it refuses, and says where. */
public final class LayoutReader {
    /** The version of the format that is read. */
    public static final int FORMAT = 1;

    /** Larger files are refused, in bytes. */
    public static final int MOST_BYTES = 256 << 10;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(20)
                                                    .maxStringLength(4_096)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private LayoutReader() {}

    /**
     * @param json the content of a file
     * @throws LayoutException if it is not one, or of another version
     */
    public static List<PipelineLayout> read(byte[] json) throws LayoutException {
        if (json.length > MOST_BYTES) {
            throw new LayoutException("", "the file is larger than " + MOST_BYTES + " bytes");
        }
        LayoutNode file = new LayoutNode(tree(json), "");
        file.allow("format", "layouts");
        file.number("format", FORMAT, FORMAT);
        var layouts = new ArrayList<PipelineLayout>();
        Set<String> ids = new HashSet<>();
        for (LayoutNode node : file.list("layouts")) {
            PipelineLayout layout = layout(node);
            if (!ids.add(layout.id())) {
                throw node.wrong("there is a layout \"" + layout.id() + "\" already");
            }
            layouts.add(layout);
        }
        return layouts;
    }

    private static JsonNode tree(byte[] json) throws LayoutException {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            var at = e.getLocation();
            String where =
                    at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new LayoutException(where, "this is not JSON");
        }
    }

    private static PipelineLayout layout(LayoutNode node) throws LayoutException {
        node.allow(
                "id", "name", "producer", "linkSeconds", "tags", "lifecycle", "upload", "outputs");
        String id = node.required("id");
        Optional<Producer> producer = producer(node);
        var lifecycle = new ArrayList<PipelineLayout.ExpectedLifecycle>();
        for (LayoutNode step : node.list("lifecycle")) {
            step.allow("prefix", "days", "to");
            lifecycle.add(
                    new PipelineLayout.ExpectedLifecycle(
                            step.text("prefix", ""),
                            (int) step.number("days", 1, 36_500),
                            step.text("to", "")));
        }
        var outputs = new ArrayList<OutputForm>();
        Set<String> ids = new HashSet<>();
        Optional<Duration> link = linkLifetime(node);
        for (LayoutNode output : node.list("outputs")) {
            OutputForm form = OutputFormReader.read(output, link);
            if (!ids.add(form.id())) {
                throw output.wrong("there is an output \"" + form.id() + "\" already");
            }
            outputs.add(form);
        }
        return new PipelineLayout(
                id,
                node.text("name", id),
                producer,
                node.table("tags"),
                lifecycle,
                node.has("upload") ? Optional.of(uploads(node, producer)) : Optional.empty(),
                outputs);
    }

    /** A link lasts at most seven days (S3 User Guide, "Sharing objects with presigned URLs"). */
    static Optional<Duration> linkLifetime(LayoutNode node) throws LayoutException {
        return node.has("linkSeconds")
                ? Optional.of(Duration.ofSeconds(node.number("linkSeconds", 1, 604_800)))
                : Optional.empty();
    }

    private static Optional<Producer> producer(LayoutNode node) throws LayoutException {
        if (!node.has("producer")) {
            return Optional.empty();
        }
        String name = node.required("producer");
        for (Producer producer : Producer.values()) {
            if (producer.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
                return Optional.of(producer);
            }
        }
        throw node.child("producer").wrong("there is no producer \"" + name + "\"");
    }

    private static PipelineLayout.UploadPlaces uploads(
            LayoutNode layout, Optional<Producer> producer) throws LayoutException {
        LayoutNode node = layout.child("upload");
        node.allow(
                "at",
                "multipartBytes",
                "partBytes",
                "partsAtOnce",
                "timeoutSeconds",
                "retries",
                "mostBytes",
                "encrypted");
        var at = new ArrayList<PathTemplate>();
        for (LayoutNode place : node.list("at")) {
            at.add(template(place));
        }
        var defaults =
                new UploadDefaults(
                        producer,
                        layout.text("name", layout.required("id")),
                        bytes(node, "multipartBytes"),
                        bytes(node, "partBytes"),
                        node.has("partsAtOnce")
                                ? Optional.of((int) node.number("partsAtOnce", 1, 100))
                                : Optional.empty(),
                        node.has("timeoutSeconds")
                                ? Optional.of(
                                        Duration.ofSeconds(
                                                node.number("timeoutSeconds", 1, 86_400)))
                                : Optional.empty(),
                        node.has("retries")
                                ? Optional.of((int) node.number("retries", 0, 100))
                                : Optional.empty(),
                        bytes(node, "mostBytes"),
                        node.flag("encrypted", false),
                        plainTags(layout));
        return new PipelineLayout.UploadPlaces(at, defaults);
    }

    /** Those without a placeholder: the upload's own date is the operator's to give. */
    private static java.util.Map<String, String> plainTags(LayoutNode layout)
            throws LayoutException {
        var tags = layout.table("tags");
        tags.values().removeIf(value -> value.indexOf('{') >= 0);
        return tags;
    }

    private static OptionalLong bytes(LayoutNode node, String name) throws LayoutException {
        return node.has(name)
                ? OptionalLong.of(node.number(name, 1, Long.MAX_VALUE))
                : OptionalLong.empty();
    }

    static PathTemplate template(LayoutNode node) throws LayoutException {
        try {
            return PathTemplate.parse(node.text());
        } catch (TemplateException e) {
            throw node.wrong(TemplateWords.of(e));
        }
    }
}
