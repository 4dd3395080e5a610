package org.outturn.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.outturn.storage.ObjectDetails;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;

/** The details of an object as label and value, in the order an operator asks for them. */
final class DetailsRows {
    private final Messages messages;
    private final Formats formats;

    DetailsRows(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /**
     * @param title empty for rows that follow without a heading
     */
    record Section(String title, List<Row> rows) {}

    /**
     * @param exact the whole truth for the tooltip; empty when the value is that
     */
    record Row(String label, String value, String exact) {}

    /**
     * @param archive whether it can be read, if it is in an archive: comes second
     * @param outlook what becomes of it
     * @param versions its older versions; empty for none
     */
    List<Section> of(
            ObjectDetails details, Optional<Row> archive, List<Row> outlook, List<Row> versions) {
        var sections = new ArrayList<Section>();
        sections.add(new Section("", object(details)));
        archive.ifPresent(row -> sections.add(new Section("", List.of(row))));
        sections.add(new Section(messages.text("inspector.outlook"), outlook));
        if (!versions.isEmpty()) {
            sections.add(new Section(messages.text("inspector.versions"), versions));
        }
        if (!details.metadata().isEmpty()) {
            sections.add(
                    new Section(
                            messages.text("inspector.metadata"),
                            details.metadata().entrySet().stream()
                                    .map(e -> new Row(e.getKey(), e.getValue(), ""))
                                    .toList()));
        }
        if (!details.headers().isEmpty()) {
            sections.add(
                    new Section(
                            messages.text("inspector.headers"),
                            details.headers().entrySet().stream()
                                    .map(e -> new Row(e.getKey(), e.getValue(), ""))
                                    .toList()));
        }
        return sections;
    }

    private List<Row> object(ObjectDetails details) {
        var rows = new ArrayList<Row>();
        rows.add(row("inspector.address", details.address().s3Uri()));
        rows.add(row("inspector.size", formats.exactSize(details.size())));
        rows.add(
                new Row(
                        messages.text("inspector.modified"),
                        formats.time(details.modified()),
                        formats.exact(details.modified())));
        rows.add(row("inspector.contentType", details.contentType()));
        rows.add(row("inspector.storageClass", details.storageClass()));
        rows.add(row("inspector.etag", details.etag()));
        return rows;
    }

    private Row row(String key, String value) {
        return new Row(messages.text(key), value, "");
    }
}
