package org.outturn.ui.common;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The window's content with room for one sheet above it. While a sheet is up, what is behind it
 * takes neither clicks nor keys; afterwards the keyboard is where it was.
 */
public final class SheetPane extends StackPane {
    private Node content = new StackPane();
    private final StackPane scrim = new StackPane();
    private @Nullable Node focused;

    /** Has no content yet. */
    public SheetPane() {
        scrim.getStyleClass().add("scrim");
        scrim.setVisible(false);
        scrim.setManaged(false);
        scrim.setAlignment(Pos.CENTER);
        getChildren().add(scrim);
        addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
    }

    /** Says what is below the sheets. */
    public void setContent(Node node) {
        getChildren().remove(content);
        content = node;
        content.getStyleClass().add("behind-sheet");
        getChildren().addFirst(content);
    }

    /**
     * Shows a sheet in place of the one that is up.
     *
     * @param sheet as large as it likes; kept inside the window
     */
    public void show(Node sheet) {
        if (!isShowing()) {
            Scene scene = getScene();
            focused = scene == null ? null : scene.getFocusOwner();
        }
        sheet.getStyleClass().add("sheet-card");
        if (sheet instanceof Region region) {
            region.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        }
        scrim.getChildren().setAll(sheet);
        scrim.setVisible(true);
        scrim.setManaged(true);
        content.setDisable(true);
        sheet.requestFocus();
    }

    public boolean isShowing() {
        return scrim.isVisible();
    }

    public void hide() {
        scrim.setVisible(false);
        scrim.setManaged(false);
        scrim.getChildren().clear();
        content.setDisable(false);
        if (focused != null) {
            focused.requestFocus();
            focused = null;
        }
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && isShowing()) {
            hide();
            event.consume();
        }
    }
}
