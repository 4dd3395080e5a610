package org.outturn.ui.records;

import javafx.scene.control.ChoiceBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.outturn.records.DatabaseAddress;
import org.outturn.records.DatabaseAddress.Line;
import org.outturn.settings.RecordAddresses;
import org.outturn.ui.common.Messages;

/** Where the scraper's database is, and who asks it. */
final class DatabaseForm extends VBox {
    final TextField host = new TextField();
    final TextField port = new TextField();
    final TextField database = new TextField();
    final TextField user = new TextField();
    final PasswordField password = new PasswordField();
    final ChoiceBox<Line> line = new ChoiceBox<>();
    final SourceResult result;

    /** Whether the operator chose it; until then it goes by the host. */
    private boolean lineChosen;

    private boolean following;

    DatabaseForm(TypedSources typed, Messages messages, Runnable changed) {
        super(8);
        RecordAddresses kept = typed.addresses();
        text(host, "records-host", kept.host());
        host.setPromptText(messages.text("records.host.prompt"));
        text(port, "records-port", kept.port());
        port.setPromptText(String.valueOf(DatabaseAddress.USUAL_PORT));
        text(database, "records-database", kept.database());
        text(user, "records-user", kept.user());
        text(password, "records-password", typed.password().value());
        line.setId("records-line");
        line.getItems().setAll(Line.values());
        line.setConverter(words(messages));
        line.setValue(typed.line());
        lineChosen = !kept.line().isEmpty();
        result = new SourceResult("records-database-result", messages);
        var fields =
                new FieldGrid()
                        .row(
                                messages.text("records.host"),
                                host,
                                messages.text("records.port"),
                                port)
                        .row(messages.text("records.database"), database)
                        .row(
                                messages.text("records.user"),
                                user,
                                messages.text("records.password"),
                                password)
                        .row(messages.text("records.line"), line);
        getChildren()
                .addAll(FieldGrid.title(messages.text("records.database.title")), fields, result);
        host.textProperty().addListener((_, _, now) -> follow(now));
        for (TextField field : new TextField[] {host, port, database, user, password}) {
            field.textProperty().addListener((_, _, _) -> changed.run());
        }
        line.valueProperty()
                .addListener((_, _, _) -> {
                    lineChosen |= !following;
                    changed.run();
                });
    }

    private static void text(TextField field, String id, String value) {
        field.setId(id);
        field.setText(value);
    }

    private void follow(String name) {
        if (!lineChosen) {
            following = true;
            line.setValue(DatabaseAddress.usualLine(name));
            following = false;
        }
    }

    /** As it was chosen; empty for the usual way. */
    String chosenLine() {
        return lineChosen ? line.getValue().name() : "";
    }

    private static StringConverter<Line> words(Messages messages) {
        return new StringConverter<>() {
            @Override
            public String toString(Line line) {
                return line == null ? "" : messages.text(line.messageKey());
            }

            @Override
            public Line fromString(String text) {
                throw new UnsupportedOperationException("lines are chosen, not typed");
            }
        };
    }
}
