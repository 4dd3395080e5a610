package org.outturn.ui.records;

import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.outturn.records.Secret;
import org.outturn.settings.RecordAddresses;
import org.outturn.storage.Cancellation;
import org.outturn.ui.common.Messages;

/** Asks where the scraper's job records are, tries it out, and has them used. */
public final class RecordsSheet extends VBox {
    private final RecordSources sources;
    private final Messages messages;
    private final ApiForm api;
    private final DatabaseForm database;
    private final ScrollPane scroll = new ScrollPane();
    private final Button test = new Button();
    private final Button act = new Button();
    private Cancellation testingApi = new Cancellation();
    private Cancellation testingDatabase = new Cancellation();

    /**
     * @param close closes the sheet
     */
    public RecordsSheet(RecordSources sources, Messages messages, Runnable close) {
        super(12);
        this.sources = sources;
        this.messages = messages;
        getStyleClass().addAll("sheet-small", "records-sheet");
        TypedSources typed = sources.typed();
        api = new ApiForm(typed, messages, this::changed);
        database = new DatabaseForm(typed, messages, this::changed);
        var title = new Label(messages.text("records.title"));
        title.setId("sheet-title");
        title.getStyleClass().add("sheet-title");
        getChildren()
                .addAll(
                        title,
                        text(messages.text("records.text", sources.connection()), "sheet-text"),
                        forms(),
                        text(messages.text("records.memory"), "text-muted"),
                        buttons(close));
        sceneProperty()
                .subscribe(now -> {
                    if (now == null) {
                        stopTesting();
                    }
                });
        check();
        Platform.runLater(api.address::requestFocus);
    }

    /** A low window shows a part of them at a time. */
    private ScrollPane forms() {
        var both = new VBox(12, api, new Separator(), database);
        scroll.setContent(both);
        // by itself it keeps the height that it had at first
        scroll.prefViewportHeightProperty().bind(both.heightProperty());
        scroll.setFitToWidth(true);
        scroll.setMinHeight(120);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("records-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static Label text(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private HBox buttons(Runnable close) {
        test.setText(messages.text("records.test"));
        test.setId("records-test");
        test.setOnAction(_ -> test());
        var cancel = new Button(messages.text("dialog.cancel"));
        cancel.setId("sheet-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> close.run());
        act.setText(messages.text("records.use"));
        act.setId("sheet-action");
        act.getStyleClass().add("accent");
        act.setDefaultButton(true);
        act.setOnAction(_ -> {
            close.run();
            sources.use(typed());
        });
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var buttons = new HBox(8, test, room, cancel, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private TypedSources typed() {
        return new TypedSources(
                new RecordAddresses(
                        api.address.getText().strip(),
                        api.plainAllowed.isVisible() && api.plainAllowed.isSelected(),
                        database.host.getText().strip(),
                        database.port.getText().strip(),
                        database.database.getText().strip(),
                        database.user.getText().strip(),
                        database.chosenLine()),
                new Secret(api.token.getText()),
                new Secret(database.password.getText()));
    }

    /** What was found out is of something else than what is typed now. */
    private void changed() {
        stopTesting();
        check();
    }

    private void stopTesting() {
        testingApi.cancel();
        testingDatabase.cancel();
    }

    private void check() {
        api.plainAllowed.setVisible(typed().isOpenToOthers());
        TypedSources now = typed();
        Optional<String> wrongApi = now.apiComplaint();
        Optional<String> wrongDatabase = now.databaseComplaint();
        show(api.result, wrongApi);
        show(database.result, wrongDatabase);
        boolean wrong = wrongApi.isPresent() || wrongDatabase.isPresent();
        act.setDisable(wrong);
        test.setDisable(wrong || !now.hasApi() && !now.hasDatabase());
    }

    private void show(SourceResult result, Optional<String> wrong) {
        wrong.ifPresentOrElse(key -> result.wrong(messages.text(key)), result::nothing);
    }

    private void test() {
        stopTesting();
        TypedSources now = typed();
        if (now.hasApi()) {
            api.result.asking();
            testingApi = sources.testApi(now, api.result::good, api.result::failed);
        }
        if (now.hasDatabase()) {
            if (!now.hasApi()) {
                scroll.setVvalue(1);
            }
            database.result.asking();
            testingDatabase =
                    sources.testDatabase(now, database.result::good, database.result::failed);
        }
    }
}
