package org.outturn.ui.inspector;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.ProducedAt;
import org.outturn.evidence.Unheard;
import org.outturn.pipeline.status.Finding;
import org.outturn.pipeline.status.MissingFile;
import org.outturn.pipeline.status.OutputStatus;
import org.outturn.pipeline.status.Testimony;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.OutputWords;

/** How an output is, who says so and since when, what is missing, and what is known of it. */
final class OutputFacts {
    private static final int MOST_MISSING = 50;

    private final Messages messages;
    private final Formats formats;
    private final OutputWords words;

    OutputFacts(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
        this.words = new OutputWords(messages, formats);
    }

    List<Node> of(Inspected.OneOutput output) {
        var nodes = new ArrayList<Node>();
        OutputStatus status = output.status();
        nodes.add(headline(status));
        status.testimonies().forEach(testimony -> nodes.add(witness(testimony)));
        output.unheard().forEach(silent -> nodes.add(unheard(silent)));
        nodes.addAll(
                new FactGrid(messages)
                        .sections(List.of(new DetailsRows.Section("", rows(output.row())))));
        return nodes;
    }

    private Node headline(OutputStatus status) {
        var icon = new FontIcon(OutputWords.icon(status.state()));
        icon.setIconSize(22);
        icon.getStyleClass().add(OutputWords.style(status.state()));
        var word = new Label(words.brief(status));
        word.getStyleClass().add("sheet-title");
        word.setWrapText(true);
        var line = new HBox(8, icon, word);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!status.disagree()) {
            return line;
        }
        return new VBox(4, line, wrapped(words.disagreement(status), "complaint"));
    }

    private Node witness(Testimony testimony) {
        var icon = new FontIcon(OutputWords.icon(testimony.state()));
        icon.getStyleClass().add(OutputWords.style(testimony.state()));
        var who = new Label(words.witness(testimony), icon);
        who.getStyleClass().add("fact-title");
        var box = new VBox(3, who, wrapped(words.briefly(testimony), "fact"));
        if (testimony.finding() instanceof Finding.Missing missing) {
            missing.missing().stream()
                    .limit(MOST_MISSING)
                    .forEach(file -> box.getChildren().add(line(file)));
        }
        box.getChildren()
                .add(
                        wrapped(
                                messages.text("inspector.witness.at", formats.time(testimony.at())),
                                "text-muted"));
        return box;
    }

    /** Why a witness could not be asked, and what to do. */
    private Node unheard(Unheard silent) {
        var icon = new FontIcon(MaterialDesignL.LAN_DISCONNECT);
        icon.getStyleClass().add("state-unknown");
        String name = messages.text(silent.witness().messageKey());
        var who = new Label(messages.text("inspector.witness.unheard", name), icon);
        who.getStyleClass().add("fact-title");
        who.setWrapText(true);
        FailureText text = FailureText.of(silent.failure(), messages);
        return new VBox(
                3,
                who,
                wrapped(text.body(), "fact"),
                wrapped(
                        messages.text("inspector.witness.again", formats.time(silent.again())),
                        "text-muted"));
    }

    private Label line(MissingFile file) {
        return wrapped("\u2022 " + words.name(file), "fact");
    }

    private static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private List<DetailsRows.Row> rows(OutputRow row) {
        var rows = new ArrayList<DetailsRows.Row>();
        ProducedAt at = row.produced();
        rows.add(
                new DetailsRows.Row(
                        messages.text("outcome.column.produced"),
                        at.exact().map(formats::time).orElseGet(() -> formats.time(at.written())),
                        at.exact().map(formats::exact).orElse("")));
        add(rows, "outcome.column.user", row.user());
        add(rows, "inspector.job", row.job());
        add(rows, "outcome.column.files", formats.number(row.files()));
        add(rows, "inspector.size", formats.exactSize(row.bytes()));
        if (!row.newest().equals(Instant.MIN)) {
            rows.add(
                    new DetailsRows.Row(
                            messages.text("inspector.newest"),
                            formats.time(row.newest()),
                            formats.exact(row.newest())));
        }
        add(rows, "inspector.key", row.folder().orElse(row.firstKey()));
        return rows;
    }

    private void add(List<DetailsRows.Row> rows, String key, String value) {
        if (!value.isEmpty()) {
            rows.add(new DetailsRows.Row(messages.text(key), value, ""));
        }
    }
}
