package org.outturn.ui.inspector;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.outturn.failure.Failure;
import org.outturn.lifecycle.Coverage;
import org.outturn.lifecycle.LifecycleRules;
import org.outturn.preview.Preview;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.FailureText;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Loadable;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.OutputIcons;
import org.outturn.ui.common.RowIcons;
import org.outturn.ui.common.TaskRunner;

/** The panel on the right. */
public final class InspectorController {
    /** Where what can be done follows that an object is in an archive. */
    private static final int AFTER_ARCHIVE = 2;

    private final InspectorViewModel model;
    private final Messages messages;
    private final Formats formats;
    private final FactGrid facts;
    private final PreviewNodes previews;
    private final Restoring restoring;
    private final Clock clock;

    @FXML private Node nothing;
    @FXML private Node something;
    @FXML private FontIcon icon;
    @FXML private Label name;
    @FXML private Label summary;
    @FXML private TabPane tabs;
    @FXML private Tab outputTab;
    @FXML private Tab previewTab;
    @FXML private Tab detailsTab;
    @FXML private Tab tagsTab;
    @FXML private StackPane preview;
    @FXML private VBox details;
    @FXML private VBox tags;
    @FXML private VBox outputFacts;

    public InspectorController(
            InspectorViewModel model,
            TaskRunner tasks,
            Restoring restoring,
            Messages messages,
            Formats formats,
            Clock clock) {
        this.model = model;
        this.messages = messages;
        this.formats = formats;
        this.restoring = restoring;
        this.clock = clock;
        this.facts = new FactGrid(messages);
        this.previews = new PreviewNodes(tasks, messages, formats);
    }

    @FXML
    private void initialize() {
        model.inspectedProperty().subscribe(this::showSubject);
        model.detailsProperty().subscribe(this::showDetails);
        model.tagsProperty().subscribe(this::showTags);
        model.tagsProperty().subscribe(this::showDetailsAgain);
        model.rulesProperty().subscribe(this::showDetailsAgain);
        model.versionsProperty().subscribe(this::showDetailsAgain);
        model.previewProperty().subscribe(this::showPreview);
    }

    private void showSubject(Inspected inspected) {
        showTabs(inspected);
        boolean none = inspected instanceof Inspected.Nothing;
        nothing.setVisible(none);
        something.setVisible(!none);
        switch (inspected) {
            case Inspected.Nothing() -> subject("", "", MaterialDesignF.FILE_OUTLINE);
            case Inspected.OneObject(ObjectAddress address) ->
                    subject(address.name(), "", RowIcons.forName(address.name()));
            case Inspected.OneFolder(Prefix prefix) ->
                    subject(prefix.name() + "/", prefix.s3Uri(), RowIcons.folder());
            case Inspected.OneOutput output -> {
                subject(
                        output.name(),
                        messages.text("places.kind." + output.row().kind()),
                        OutputIcons.of(output.row().kind()));
                outputFacts.getChildren().setAll(new OutputFacts(messages, formats).of(output));
            }
            case Inspected.Rules(Coverage coverage) -> {
                subject(
                        messages.text("rules.title"),
                        messages.text(
                                "rules.lead",
                                coverage.rules().size(),
                                coverage.everything().objects()),
                        MaterialDesignC.CLOCK_ALERT_OUTLINE);
                outputFacts.getChildren().setAll(new RuleFacts(messages, formats).of(coverage));
            }
            case Inspected.Several(int objects, int folders, long bytes) ->
                    subject(
                            messages.text("inspector.several", objects + folders),
                            several(objects, folders, bytes),
                            MaterialDesignF.FILE_MULTIPLE_OUTLINE);
        }
    }

    /** An output has a page of its own before those of its object. */
    private void showTabs(Inspected inspected) {
        var wanted = new ArrayList<Tab>();
        if (inspected instanceof Inspected.OneOutput || inspected instanceof Inspected.Rules) {
            outputTab.setText(
                    messages.text(
                            inspected instanceof Inspected.Rules
                                    ? "rules.tab"
                                    : "inspector.status"));
            wanted.add(outputTab);
        }
        if (inspected.subject().isPresent()) {
            wanted.addAll(List.of(previewTab, detailsTab, tagsTab));
        }
        tabs.setVisible(!wanted.isEmpty());
        if (!wanted.equals(tabs.getTabs())) {
            Tab selected = tabs.getSelectionModel().getSelectedItem();
            tabs.getTabs().setAll(wanted);
            if (wanted.contains(selected)) {
                tabs.getSelectionModel().select(selected);
            }
        }
    }

    private String several(int objects, int folders, long bytes) {
        var parts = new ArrayList<String>();
        if (folders > 0) {
            parts.add(messages.text("browser.status.folders", folders));
        }
        if (objects > 0) {
            parts.add(messages.text("browser.status.files", objects));
            parts.add(formats.size(bytes));
        }
        return String.join(", ", parts);
    }

    private void subject(String title, String text, org.kordamp.ikonli.Ikon symbol) {
        name.setText(title);
        summary.setText(text);
        icon.setIconCode(symbol);
    }

    private void showDetails(Loadable<ObjectDetails> state) {
        switch (state) {
            case Loadable.Idle<ObjectDetails>() -> details.getChildren().clear();
            case Loadable.Loading<ObjectDetails>() -> details.getChildren().setAll(spinner());
            case Loadable.Failed<ObjectDetails>(Failure why) ->
                    details.getChildren().setAll(failed(why));
            case Loadable.Ready<ObjectDetails>(ObjectDetails found) -> {
                summary.setText(
                        formats.size(found.size()) + " · " + formats.time(found.modified()));
                showFacts(found);
            }
        }
    }

    /** When something else has come that it depends on. */
    private void showDetailsAgain() {
        if (model.detailsProperty().get()
                instanceof Loadable.Ready<ObjectDetails>(ObjectDetails found)) {
            showFacts(found);
        }
    }

    private void showFacts(ObjectDetails found) {
        Optional<ObjectTags> known =
                model.tagsProperty().get() instanceof Loadable.Ready<ObjectTags>(ObjectTags all)
                        ? Optional.of(all)
                        : Optional.empty();
        var rows = new ExpiryRows(messages, formats, clock.instant());
        Loadable<LifecycleRules> rules = model.rulesProperty().get();
        Optional<KeptVersions> versions =
                model.versionsProperty().get() instanceof Loadable.Ready<KeptVersions>(var kept)
                        ? Optional.of(kept)
                        : Optional.empty();
        List<DetailsRows.Section> all =
                new DetailsRows(messages, formats)
                        .of(
                                found,
                                rows.archive(found),
                                rows.of(
                                        found,
                                        rules,
                                        known,
                                        versions.flatMap(KeptVersions::versioning)),
                                versions.map(kept -> older(found, kept, rules)).orElse(List.of()));
        List<Node> sections = facts.sections(all);
        if (versions.isPresent() && versions.get().versions().more()) {
            sections.add(versionsAt(found), moreVersions(versions.get()));
        }
        restoring.button(found).ifPresent(button -> sections.add(AFTER_ARCHIVE, button));
        details.getChildren().setAll(sections);
    }

    private List<DetailsRows.Row> older(
            ObjectDetails found, KeptVersions kept, Loadable<LifecycleRules> rules) {
        Optional<LifecycleRules> known =
                rules instanceof Loadable.Ready<LifecycleRules>(LifecycleRules ready)
                        ? Optional.of(ready)
                        : Optional.empty();
        return new VersionRows(messages, formats, clock.instant())
                .of(found.address().key(), kept, known);
    }

    /** Below them: after the object itself, its archive if it is in one, and the outlook. */
    private int versionsAt(ObjectDetails found) {
        boolean archived =
                new ExpiryRows(messages, formats, clock.instant()).archive(found).isPresent();
        return archived ? 4 : 3;
    }

    private Node moreVersions(KeptVersions kept) {
        if (kept.older().size() >= InspectorViewModel.MOST_VERSIONS) {
            return muted(messages.text("inspector.versions.most", kept.older().size()));
        }
        var more = new Button(messages.text("inspector.versions.more"));
        more.setId("versions-more");
        more.setOnAction(_ -> model.listMoreVersions());
        return more;
    }

    private void showTags(Loadable<ObjectTags> state) {
        switch (state) {
            case Loadable.Idle<ObjectTags>() -> tags.getChildren().clear();
            case Loadable.Loading<ObjectTags>() -> tags.getChildren().setAll(spinner());
            case Loadable.Failed<ObjectTags>(Failure why) -> tags.getChildren().setAll(failed(why));
            case Loadable.Ready<ObjectTags>(ObjectTags found) -> {
                Node all =
                        found.values().isEmpty()
                                ? muted(messages.text("inspector.tags.none"))
                                : facts.grid(found.values());
                tags.getChildren().setAll(all, editTags());
            }
        }
    }

    private Button editTags() {
        var edit = new Button(messages.text("inspector.tags.edit"));
        edit.setId("tags-edit");
        edit.setGraphic(new FontIcon(MaterialDesignT.TAG_OUTLINE));
        edit.setTooltip(new Tooltip(messages.text("inspector.tags.edit.tip")));
        edit.setOnAction(_ -> model.editTags());
        return edit;
    }

    private void showPreview(Loadable<Preview> state) {
        switch (state) {
            case Loadable.Idle<Preview>() -> preview.getChildren().clear();
            case Loadable.Loading<Preview>() -> preview.getChildren().setAll(spinner());
            case Loadable.Failed<Preview>(Failure why) -> preview.getChildren().setAll(failed(why));
            case Loadable.Ready<Preview>(Preview found) ->
                    preview.getChildren().setAll(previews.node(found, name.getText()));
        }
    }

    private Node spinner() {
        var spinner = new ProgressIndicator();
        spinner.setMaxSize(28, 28);
        spinner.setAccessibleText(messages.text("inspector.loading"));
        var box = new StackPane(spinner);
        box.getStyleClass().add("loading-box");
        return box;
    }

    private Node failed(Failure why) {
        FailureText text = FailureText.of(why, messages);
        var reason = new Label(text.why());
        reason.setWrapText(true);
        Label advice = muted(text.next());
        var box = new VBox(6, reason, advice);
        box.getStyleClass().add("failed-box");
        return box;
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("text-muted");
        return label;
    }
}
