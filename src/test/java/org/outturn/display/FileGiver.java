package org.outturn.display;

import java.io.File;
import java.io.PrintStream;
import java.util.List;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;

/** Another program, from whose window files can be dragged; its arguments are the files. */
final class FileGiver {
    static final Rectangle2D PLACE = new Rectangle2D(10, 10, 200, 80);
    static final String SHOWN = "shown";
    static final String DRAGGING = "dragging";
    static final String COPIED = "done COPY";

    private FileGiver() {}

    public static void main(String[] files) {
        Application.launch(Window.class, files);
    }

    /** Its window. */
    public static final class Window extends Application {
        /** JavaFX makes it. */
        public Window() {}

        @Override
        public void start(Stage stage) {
            PrintStream out = System.out;
            List<File> files = getParameters().getRaw().stream().map(File::new).toList();
            var label = new Label("Drag from here");
            label.setOnDragDetected(event -> {
                Dragboard board = label.startDragAndDrop(TransferMode.COPY_OR_MOVE);
                var content = new ClipboardContent();
                content.putFiles(files);
                board.setContent(content);
                event.consume();
                out.println(DRAGGING);
            });
            label.setOnDragDone(event -> out.println("done " + event.getTransferMode()));
            OtherWindow.show(stage, label, PLACE);
            out.println(SHOWN);
        }
    }
}
