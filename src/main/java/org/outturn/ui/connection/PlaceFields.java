package org.outturn.ui.connection;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.outturn.connection.Addressing;
import org.outturn.connection.Checksums;
import org.outturn.ui.common.Messages;

/** The server and the place in it, and what is special about the server, folded up. */
final class PlaceFields extends VBox {
    private final TextField endpoint;
    private final TextField region;
    private final TextField bucket;
    private final TextField folder;
    private final ChoiceBox<Addressing> addressing;
    private final ChoiceBox<Checksums> checksums;
    private final TextField authorities;
    private final TextField linkHost;
    private final TitledPane special;

    /**
     * @param choose asks for a file, with a title
     */
    PlaceFields(Messages messages, Function<String, Optional<Path>> choose) {
        super(10);
        endpoint =
                FormGrid.field(
                        "endpoint", new TextField(), messages.text("connection.endpoint.prompt"));
        region =
                FormGrid.field(
                        "region", new TextField(), messages.text("connection.region.prompt"));
        bucket =
                FormGrid.field(
                        "bucket", new TextField(), messages.text("connection.bucket.prompt"));
        folder =
                FormGrid.field(
                        "folder", new TextField(), messages.text("connection.folder.prompt"));
        addressing =
                Choices.of("addressing", Addressing.values(), "connection.addressing.", messages);
        checksums = Choices.of("checksums", Checksums.values(), "connection.checksums.", messages);
        authorities =
                FormGrid.field(
                        "authorities",
                        new TextField(),
                        messages.text("connection.authorities.prompt"));
        linkHost =
                FormGrid.field(
                        "linkHost", new TextField(), messages.text("connection.linkHost.prompt"));
        var browse = new Button(messages.text("connection.choose"));
        browse.setAccessibleText(messages.text("connection.authorities.choose"));
        browse.setOnAction(_ ->
                choose.apply(messages.text("connection.authorities.choose"))
                        .ifPresent(file -> authorities.setText(file.toString())));
        var basics =
                new FormGrid(messages)
                        .row("connection.endpoint", endpoint)
                        .row("connection.region", region)
                        .row("connection.bucket", bucket)
                        .row("connection.folder", folder);
        special =
                new TitledPane(
                        messages.text("connection.special"),
                        new FormGrid(messages)
                                .row("connection.addressing", addressing)
                                .row("connection.checksums", checksums)
                                .row("connection.authorities", authorities, browse)
                                .row("connection.linkHost", linkHost));
        special.setId("special");
        special.setAnimated(false);
        getChildren().addAll(basics, special);
    }

    void show(PlaceDraft draft) {
        endpoint.setText(draft.endpoint());
        region.setText(draft.region());
        bucket.setText(draft.bucket());
        folder.setText(draft.folder());
        addressing.setValue(draft.addressing());
        checksums.setValue(draft.checksums());
        authorities.setText(draft.authorities());
        linkHost.setText(draft.linkHost());
        special.setExpanded(
                draft.addressing() != Addressing.AUTO
                        || draft.checksums() != Checksums.AUTO
                        || !draft.authorities().isEmpty()
                        || !draft.linkHost().isEmpty());
    }

    /** Has what is wrong seen. */
    void unfoldFor(String field) {
        if (field.equals("linkHost")) {
            special.setExpanded(true);
        }
    }

    PlaceDraft draft() {
        return new PlaceDraft(
                endpoint.getText(),
                region.getText(),
                bucket.getText(),
                folder.getText(),
                addressing.getValue(),
                checksums.getValue(),
                authorities.getText(),
                linkHost.getText());
    }
}
