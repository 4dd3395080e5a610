package org.outturn.ui.transfers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.outturn.pipeline.UploadDefaults;
import org.outturn.storage.Encryption;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.StoreOptions;
import org.outturn.ui.common.Messages;
import org.outturn.upload.CompareBy;
import org.outturn.upload.UploadOptions;

/** How an upload is stored and compared; folded up it says what is not as usual. */
final class UploadOptionsPane extends TitledPane {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    /** The S3 API's names; the first is the server's own choice. */
    private static final List<String> STORAGE_CLASSES =
            List.of(
                    "",
                    "STANDARD",
                    "STANDARD_IA",
                    "ONEZONE_IA",
                    "INTELLIGENT_TIERING",
                    "GLACIER_IR",
                    "GLACIER",
                    "DEEP_ARCHIVE");

    private enum EncryptionKind {
        BUCKET,
        S3,
        KMS
    }

    private final Messages messages;
    private final Consumer<UploadOptions> changed;
    private final ChoiceBox<String> storageClass;
    private final ChoiceBox<EncryptionKind> encryption;
    private final TextField key = new TextField();
    private final TextField tags = new TextField();
    private final ChoiceBox<CompareBy> compareBy;
    private final CheckBox emptyFolders;
    private final CheckBox keep;
    private UploadOptions options;
    private List<String> placeholders = List.of();
    private boolean filling;

    /**
     * @param producer what works at the place that is uploaded to, if that is known
     * @param changed told of each change that can be used
     */
    UploadOptionsPane(
            UploadOptions initial,
            Optional<UploadDefaults> producer,
            Messages messages,
            Consumer<UploadOptions> changed) {
        this.messages = messages;
        this.changed = changed;
        this.options = initial;
        storageClass = box("plan-storage-class", STORAGE_CLASSES, this::storageClassName);
        encryption =
                box(
                        "plan-encryption",
                        List.of(EncryptionKind.values()),
                        kind -> messages.text("plan.encryption." + kind));
        compareBy =
                box(
                        "plan-compare",
                        List.of(CompareBy.values()),
                        by -> messages.text("plan.compare." + by));
        emptyFolders = check("plan-empty-folders", "plan.options.emptyFolders");
        keep = check("plan-keep", "plan.options.keep");
        key.setId("plan-key");
        key.setPromptText(messages.text("plan.options.key.prompt"));
        key.managedProperty().bind(key.visibleProperty());
        tags.setId("plan-tags");
        tags.setPromptText(messages.text("plan.options.tags.prompt"));
        setContent(grid(producer));
        setExpanded(false);
        setAnimated(false);
        getStyleClass().addAll("dense", "plan-options");
        setId("plan-options");
        fill();
        storageClass.valueProperty().subscribe(this::read);
        encryption.valueProperty().subscribe(this::read);
        key.textProperty().subscribe(this::read);
        tags.textProperty().subscribe(this::read);
        compareBy.valueProperty().subscribe(this::read);
        emptyFolders.selectedProperty().subscribe(this::read);
    }

    /** What is chosen now. */
    UploadOptions options() {
        return options;
    }

    /** Whether it is to be the same the next time. */
    boolean isKept() {
        return keep.isSelected();
    }

    private GridPane grid(Optional<UploadDefaults> producer) {
        var grid = new GridPane(12, 8);
        var name = new ColumnConstraints();
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setHalignment(HPos.LEFT);
        var value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        value.setMinWidth(120);
        value.setPrefWidth(200);
        grid.getColumnConstraints().addAll(name, value, name, value);
        row(grid, 0, "plan.options.storageClass", storageClass, 0);
        row(grid, 0, "plan.options.compare", compareBy, 2);
        row(grid, 1, "plan.options.encryption", encryption, 0);
        row(grid, 1, "plan.options.tags", tags, 2);
        grid.add(key, 1, 2);
        grid.add(emptyFolders, 3, 2);
        producer.filter(p -> p.encrypted() || !p.tags().isEmpty())
                .ifPresent(p -> grid.add(asks(p), 0, 3, 2, 1));
        grid.add(keep, 3, 3);
        return grid;
    }

    private void row(GridPane grid, int row, String label, Node control, int column) {
        var name = new Label(messages.text(label));
        name.setLabelFor(control);
        grid.add(name, column, row);
        grid.add(control, column + 1, row);
    }

    private Hyperlink asks(UploadDefaults producer) {
        var link =
                new Hyperlink(
                        messages.text(
                                "plan.options.producer",
                                producer.producer()
                                        .map(known -> messages.text(known.messageKey()))
                                        .orElse(producer.name())));
        link.setId("plan-producer");
        link.setOnAction(_ -> {
            StoreOptions store = options.store();
            options =
                    options.withStore(
                            new StoreOptions(
                                    store.storageClass(),
                                    producer.encrypted()
                                            ? new Encryption.S3Managed()
                                            : store.encryption(),
                                    producer.tags().isEmpty()
                                            ? store.tags()
                                            : ObjectTags.of(producer.tags()),
                                    store.partsFrom(),
                                    store.contentEncoding()));
            fill();
            changed.accept(options);
        });
        return link;
    }

    private void fill() {
        filling = true;
        StoreOptions store = options.store();
        storageClass.setValue(store.storageClass());
        tags.setText(TagText.of(store.tags()));
        switch (store.encryption()) {
            case Encryption.BucketDefault _ -> encryption.setValue(EncryptionKind.BUCKET);
            case Encryption.S3Managed _ -> encryption.setValue(EncryptionKind.S3);
            case Encryption.Kms(String id) -> {
                encryption.setValue(EncryptionKind.KMS);
                key.setText(id);
            }
        }
        compareBy.setValue(options.compareBy());
        emptyFolders.setSelected(options.emptyFolders());
        filling = false;
        show();
    }

    /** Words that the tags may hold, to be filled in later. */
    UploadOptionsPane placeholders(List<String> words) {
        placeholders = words;
        return this;
    }

    private void read() {
        if (filling) {
            return;
        }
        Optional<ObjectTags> typed = TagText.parse(tags.getText(), placeholders);
        tags.pseudoClassStateChanged(DANGER, typed.isEmpty());
        tags.setTooltip(
                TagText.complaint(tags.getText(), placeholders)
                        .map(c -> messages.text(c.problem().messageKey(), c.subject()))
                        .map(Tooltip::new)
                        .orElse(null));
        Encryption chosen =
                switch (encryption.getValue()) {
                    case BUCKET -> new Encryption.BucketDefault();
                    case S3 -> new Encryption.S3Managed();
                    case KMS -> new Encryption.Kms(key.getText().strip());
                };
        UploadOptions now =
                new UploadOptions(
                        new StoreOptions(
                                storageClass.getValue(),
                                chosen,
                                typed.orElse(options.store().tags()),
                                options.store().partsFrom(),
                                options.store().contentEncoding()),
                        compareBy.getValue(),
                        emptyFolders.isSelected(),
                        options.mostBytes());
        if (!now.equals(options)) {
            options = now;
            changed.accept(now);
        }
        show();
    }

    private void show() {
        key.setVisible(encryption.getValue() == EncryptionKind.KMS);
        var unusual = new ArrayList<String>();
        if (!options.store().storageClass().isEmpty()) {
            unusual.add(options.store().storageClass());
        }
        if (encryption.getValue() != EncryptionKind.BUCKET) {
            unusual.add(messages.text("plan.encryption." + encryption.getValue()));
        }
        int count = options.store().tags().values().size();
        if (count > 0) {
            unusual.add(messages.text("plan.options.count.tags", count));
        }
        if (options.compareBy() != CompareBy.SIZE_AND_CHECKSUM) {
            unusual.add(messages.text("plan.compare." + options.compareBy()));
        }
        if (options.emptyFolders()) {
            unusual.add(messages.text("plan.options.emptyFolders"));
        }
        setText(
                unusual.isEmpty()
                        ? messages.text("plan.options")
                        : messages.text("plan.options.chosen", String.join(" · ", unusual)));
    }

    private String storageClassName(String name) {
        return name.isEmpty() ? messages.text("plan.storageClass.server") : name;
    }

    private CheckBox check(String id, String text) {
        var box = new CheckBox(messages.text(text));
        box.setId(id);
        return box;
    }

    private static <T> ChoiceBox<T> box(String id, List<T> values, Function<T, String> name) {
        var box = new ChoiceBox<>(FXCollections.observableArrayList(values));
        box.setId(id);
        box.setConverter(new PlanSheet.Named<>(name));
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }
}
