package org.outturn.testkit;

import atlantafx.base.controls.Notification;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.layout.Pane;

/** The toasts in the corner. */
public final class Toasts {
    private final ProgramWindow window;

    Toasts(ProgramWindow window) {
        this.window = window;
    }

    public List<String> texts() {
        return Fx.get(() ->
                window.part(Pane.class, ".toasts").getChildren().stream()
                        .map(node -> ((Notification) node).getMessage())
                        .toList());
    }

    /** Waits for a toast that holds a text, and returns it whole. */
    public String await(String part) {
        var found = new AtomicReference<>("");
        Fx.until(
                "a toast with \"" + part + "\"; there are " + texts(),
                () -> {
                    texts().stream().filter(text -> text.contains(part)).forEach(found::set);
                    return !found.get().isEmpty();
                });
        return found.get();
    }

    public void clear() {
        Fx.run(() -> window.part(Pane.class, ".toasts").getChildren().clear());
    }
}
