package org.outturn.display;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;

/** Another program, on whose window files can be dropped: it copies them to its only argument. */
final class FileTaker {
    static final Rectangle2D PLACE = new Rectangle2D(10, 10, 200, 80);
    static final String SHOWN = "shown";
    static final String OVER = "over";

    private FileTaker() {}

    public static void main(String[] folder) {
        Application.launch(Window.class, folder);
    }

    /** What it says when it has copied so many files and folders. */
    static String took(int count) {
        return "took " + count;
    }

    /** Its window. */
    public static final class Window extends Application {
        /** JavaFX makes it. */
        public Window() {}

        @Override
        public void start(Stage stage) {
            PrintStream out = System.out;
            Path folder = Path.of(getParameters().getRaw().getFirst());
            var label = new Label("Drop here");
            label.setOnDragEntered(event -> {
                if (event.getDragboard().hasFiles()) {
                    out.println(OVER);
                }
            });
            label.setOnDragOver(event -> event.acceptTransferModes(TransferMode.COPY));
            label.setOnDragDropped(event -> {
                List<File> files = event.getDragboard().getFiles();
                event.setDropCompleted(true);
                try {
                    for (File file : files) {
                        copy(file.toPath(), folder.resolve(file.getName()));
                    }
                    out.println(took(files.size()));
                } catch (IOException e) {
                    out.println(e);
                }
            });
            OtherWindow.show(stage, label, PLACE);
            out.println(SHOWN);
        }

        private static void copy(Path from, Path to) throws IOException {
            try (var all = Files.walk(from)) {
                for (Path file : all.toList()) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
            }
        }
    }
}
