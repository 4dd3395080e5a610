package org.outturn.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The window's content with room for one sheet above it; others wait until it is closed. While a
 * sheet is up, what is behind it takes neither clicks nor keys; afterwards the keyboard is where it
 * was.
 */
public final class SheetPane extends StackPane {
    private static final String CARD = "sheet-card";

    private Node content = new StackPane();
    private final StackPane scrim = new StackPane();

    /** So that the second click of a double click does not meet the next sheet. */
    private final PauseTransition between = new PauseTransition(Duration.millis(300));

    private final Deque<Node> waiting = new ArrayDeque<>();
    private @Nullable Node focused;

    /** Has no content yet. */
    public SheetPane() {
        scrim.getStyleClass().add("scrim");
        scrim.setVisible(false);
        scrim.setManaged(false);
        scrim.setAlignment(Pos.CENTER);
        getChildren().add(scrim);
        addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        between.setOnFinished(_ -> next());
    }

    /** Says what is below the sheets. */
    public void setContent(Node node) {
        getChildren().remove(content);
        content = node;
        content.getStyleClass().add("behind-sheet");
        getChildren().addFirst(content);
    }

    /**
     * Shows a sheet, or has it wait while another is up: what comes from the background takes
     * nothing away from the operator.
     *
     * @param sheet as large as it likes; kept inside the window
     */
    public void show(Node sheet) {
        if (isShowing()) {
            waiting.addLast(sheet);
        } else {
            remember();
            display(sheet);
        }
    }

    /** Shows a sheet at once; the one that is up comes back when it is closed. */
    public void showFirst(Node sheet) {
        if (isShowing()) {
            between.stop();
            scrim.getChildren().forEach(waiting::addFirst);
        } else {
            remember();
        }
        display(sheet);
    }

    private void remember() {
        Scene scene = getScene();
        focused = scene == null ? null : scene.getFocusOwner();
    }

    private void display(Node sheet) {
        if (!sheet.getStyleClass().contains(CARD)) {
            sheet.getStyleClass().add(CARD);
        }
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

    /** Closes the sheet that is up; the next one that waits follows. */
    public void hide() {
        scrim.getChildren().clear();
        if (waiting.isEmpty()) {
            close();
        } else {
            between.playFromStart();
        }
    }

    /** Closes the sheet that is up and all that wait. */
    public void closeAll() {
        waiting.clear();
        between.stop();
        scrim.getChildren().clear();
        if (isShowing()) {
            close();
        }
    }

    private void next() {
        Node sheet = waiting.poll();
        if (sheet == null) {
            close();
        } else {
            display(sheet);
        }
    }

    private void close() {
        scrim.setVisible(false);
        scrim.setManaged(false);
        content.setDisable(false);
        if (focused != null) {
            focused.requestFocus();
            focused = null;
        }
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !scrim.getChildren().isEmpty()) {
            hide();
            event.consume();
        }
    }
}
