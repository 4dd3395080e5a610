package org.outturn.pipeline.layout;

import java.util.List;
import org.outturn.pipeline.template.PathTemplate;
import org.outturn.pipeline.template.Placeholder;
import org.outturn.pipeline.template.PlaceholderType;

/**
 * Holds what an output's fields name against what its templates have. A field that names nothing
 * would silently say nothing, and a time that is none would stop a listing.
 */
final class FormChecks {
    private final LayoutNode node;
    private final List<KeyForm> keys;

    FormChecks(LayoutNode node, List<KeyForm> keys) {
        this.node = node;
        this.keys = keys;
    }

    void check(List<String> groupBy) throws LayoutException {
        for (int i = 0; i < groupBy.size(); i++) {
            inEvery(node.list("output").get(i), groupBy.get(i));
        }
        inOne("name", false);
        inOne("user", false);
        inOne("job", false);
        inOne("produced", false);
        inOne("by", true);
        produced();
        if (node.has("pairSeconds")) {
            paired(groupBy);
        }
        node.needs("waitMinutes", "waitsFor");
        node.needs("zone", "produced");
        if (node.flag("exact", true)) {
            exact();
        }
    }

    /** Every form of key has to tell which output it belongs to. */
    private void inEvery(LayoutNode field, String name) throws LayoutException {
        for (KeyForm key : keys) {
            int slot = key.template().slot(name);
            if (slot < 0) {
                throw field.wrong(
                        LayoutNode.quote(key.template().toString())
                                + " has no placeholder "
                                + LayoutNode.quote(name));
            }
            PlaceholderType type = key.template().placeholders().get(slot).type();
            if (type instanceof PlaceholderType.Rest || type instanceof PlaceholderType.AnyPrefix) {
                throw field.wrong(
                        LayoutNode.quote(name) + " is a prefix or a rest, and tells no output");
            }
        }
    }

    private void inOne(String field, boolean filesToo) throws LayoutException {
        if (!node.has(field)) {
            return;
        }
        String name = node.required(field);
        boolean there =
                keys.stream()
                        .anyMatch(key ->
                                key.template().slot(name) >= 0
                                        || filesToo
                                                && key.files().stream()
                                                        .anyMatch(file -> has(file, name)));
        if (!there) {
            throw node.child(field)
                    .wrong("no template has a placeholder " + LayoutNode.quote(name));
        }
    }

    private static boolean has(KeyForm.FileRole file, String name) {
        return file.template().slot(name) >= 0;
    }

    private void produced() throws LayoutException {
        String name = node.text("produced", "");
        for (KeyForm key : keys) {
            int slot = key.template().slot(name);
            if (slot >= 0 && !isTime(key.template().placeholders().get(slot))) {
                throw node.child("produced")
                        .wrong(
                                LayoutNode.quote(name)
                                        + " is no time: that is a stamp, epoch-s, epoch-ms or time");
            }
        }
    }

    private static boolean isTime(Placeholder placeholder) {
        PlaceholderType type = placeholder.type();
        return type == PlaceholderType.STAMP
                || type == PlaceholderType.EPOCH_SECONDS
                || type == PlaceholderType.EPOCH_MILLIS
                || type instanceof PlaceholderType.AnyTime;
    }

    /** The ZIP and the folder of a document are found by its name and the seconds. */
    private void paired(List<String> groupBy) throws LayoutException {
        LayoutNode field = node.child("pairSeconds");
        if (groupBy.isEmpty() || !node.has("name") || !node.has("produced")) {
            throw field.wrong("pairing needs \"output\", \"name\" and \"produced\"");
        }
        inEvery(field, node.required("name"));
        String produced = node.required("produced");
        inEvery(field, produced);
        for (KeyForm key : keys) {
            PathTemplate template = key.template();
            if (template.placeholders().get(template.slot(produced)).type()
                    != PlaceholderType.EPOCH_SECONDS) {
                throw field.wrong("pairing needs a time of type epoch-s in \"produced\"");
            }
        }
    }

    private void exact() throws LayoutException {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).template().fitsAnything()) {
                throw node.list("keys")
                        .get(i)
                        .wrong(
                                "this fits nearly every key; name a part of it, or say"
                                        + " \"exact\": false");
            }
        }
    }
}
