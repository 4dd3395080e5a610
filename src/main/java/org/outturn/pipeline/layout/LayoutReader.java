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
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads layout files (docs/layouts.md). What it does not know it refuses, and says where. */
public final class LayoutReader {
    /** The version of the format that is read. */
    public static final int FORMAT = 1;

    /** Larger files are refused, in bytes. */
    public static final int MOST_BYTES = 256 << 10;

    /** Every key is tried with every form, so there must not be thousands. */
    public static final int MOST_KEY_FORMS = 500;

    /** Files of at least this size go in parts, and the smallest part there is: 8 MiB. */
    private static final long LEAST_MULTIPART = 8L << 20;

    /**
     * The smallest part that S3 takes but for the last (S3 User Guide, multipart limits): 5 MiB.
     */
    private static final long LEAST_PART = 5L << 20;

    /** The largest part, and the most in one request (the same place): 5 GiB. */
    private static final long LARGEST_PART = 5L << 30;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(20)
                                                    .maxStringLength(4_096)
                                                    .maxNameLength(200)
                                                    .maxNumberLength(40)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
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
        long format = file.number("format", 1, Integer.MAX_VALUE);
        if (format != FORMAT) {
            throw file.child("format")
                    .wrong("this is format " + format + "; read here is format " + FORMAT);
        }
        if (!file.has("layouts")) {
            throw file.wrong("the field \"layouts\" is missing");
        }
        var layouts = new ArrayList<PipelineLayout>();
        Set<String> ids = new HashSet<>();
        int forms = 0;
        for (LayoutNode node : file.list("layouts")) {
            PipelineLayout layout = layout(node);
            if (!ids.add(layout.id())) {
                throw node.wrong("there is a layout \"" + layout.id() + "\" already");
            }
            forms += layout.outputs().stream().mapToInt(output -> output.keys().size()).sum();
            if (forms > MOST_KEY_FORMS) {
                throw node.wrong("one file holds at most " + MOST_KEY_FORMS + " forms of key");
            }
            layouts.add(layout);
        }
        return layouts;
    }

    private static JsonNode tree(byte[] json) throws LayoutException {
        try {
            return MAPPER.readTree(json);
        } catch (StreamConstraintsException e) {
            throw new LayoutException(
                    where(e), "nested too deep, or a text, a name or a number is too long");
        } catch (DatabindException e) {
            throw new LayoutException(
                    where(e), "a field is there twice, or something follows the end");
        } catch (JacksonException e) {
            throw new LayoutException(where(e), "this is not JSON");
        }
    }

    private static String where(JacksonException e) {
        var at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static PipelineLayout layout(LayoutNode node) throws LayoutException {
        node.allow(
                "id", "name", "producer", "linkSeconds", "tags", "lifecycle", "upload", "outputs");
        String id = node.id("id");
        Optional<Producer> producer = producer(node);
        tags(node);
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
                node.name("name", id),
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
        throw node.child("producer").wrong("there is no producer " + LayoutNode.quote(name));
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
        if (at.isEmpty()) {
            throw node.wrong("at least one place is needed in \"at\"");
        }
        var defaults =
                new UploadDefaults(
                        producer,
                        layout.text("name", layout.required("id")),
                        bytes(node, "multipartBytes", LEAST_MULTIPART, LARGEST_PART),
                        bytes(node, "partBytes", LEAST_PART, LARGEST_PART),
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
                        bytes(node, "mostBytes", 1, Long.MAX_VALUE),
                        node.flag("encrypted", false),
                        plainTags(layout));
        return new PipelineLayout.UploadPlaces(at, defaults);
    }

    /** What S3 takes: ten, keys of 1 to 128 and values of at most 256 characters. */
    private static void tags(LayoutNode layout) throws LayoutException {
        var tags = layout.table("tags");
        boolean fit =
                tags.size() <= 10
                        && tags.keySet().stream().allMatch(k -> !k.isEmpty() && k.length() <= 128)
                        && tags.values().stream().allMatch(v -> v.length() <= 256);
        if (!fit) {
            throw layout.child("tags")
                    .wrong("at most 10 tags; a key has 1 to 128 characters, a value at most 256");
        }
    }

    /** Those without a placeholder: the upload's own date is the operator's to give. */
    private static java.util.Map<String, String> plainTags(LayoutNode layout)
            throws LayoutException {
        var tags = layout.table("tags");
        tags.values().removeIf(value -> value.indexOf('{') >= 0);
        return tags;
    }

    private static OptionalLong bytes(LayoutNode node, String name, long least, long most)
            throws LayoutException {
        return node.has(name)
                ? OptionalLong.of(node.number(name, least, most))
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
