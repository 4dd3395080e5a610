package org.outturn.app;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.outturn.ui.common.ConnectionTasks;
import org.outturn.ui.common.SheetDialogs;
import org.outturn.ui.common.SheetPane;
import org.outturn.ui.common.ToastPane;
import org.outturn.ui.main.Navigation;

/** What all parts of one window work with. Used on the JavaFX thread. */
final class WindowKit {
    private final Shared shared;
    private final SheetPane sheets = new SheetPane();
    private final SheetDialogs dialogs;
    private final ToastPane toasts;
    private final ConnectionTasks connectionTasks;
    private final Navigation.Saying saying;

    WindowKit(Shared shared) {
        this.shared = shared;
        dialogs = new SheetDialogs(sheets, shared.messages());
        toasts = new ToastPane(shared.messages(), dialogs, Duration.seconds(6));
        connectionTasks = new ConnectionTasks(shared.tasks());
        saying = new Navigation.Saying(toasts, dialogs, shared.messages(), shared.formats());
    }

    Shared shared() {
        return shared;
    }

    /** What all is shown in. */
    SheetPane sheets() {
        return sheets;
    }

    SheetDialogs dialogs() {
        return dialogs;
    }

    ToastPane toasts() {
        return toasts;
    }

    /** Runs what belongs to the connection that is open. */
    ConnectionTasks connectionTasks() {
        return connectionTasks;
    }

    Navigation.Saying saying() {
        return saying;
    }

    /** The same for what is about connections: it is still said when another one opens. */
    Navigation.Saying lasting() {
        return new Navigation.Saying(
                toasts.lasting(), dialogs, saying.messages(), saying.formats());
    }

    static void toClipboard(String text) {
        var clipboard = new ClipboardContent();
        clipboard.putString(text);
        Clipboard.getSystemClipboard().setContent(clipboard);
    }
}
