package org.outturn.ui.common;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import org.outturn.failure.Failure;

/** Asks the operator, inside the window. Called on the JavaFX thread; answers arrive there too. */
public interface Dialogs {

    /** Calls {@code agreed} when the operator agrees, nothing otherwise. */
    void confirm(Confirmation confirmation, Runnable agreed);

    /** Calls {@code answered} with a valid text when the operator gives one, nothing otherwise. */
    void ask(Question question, Consumer<String> answered);

    /** Shows a failure with its technical details. */
    void showFailure(Failure failure);

    /**
     * Shows a panel of a feature's own.
     *
     * @param panel gets what closes it
     */
    void show(Function<Runnable, Node> panel);

    /**
     * What is to be confirmed.
     *
     * @param action what the button says, a verb
     * @param dangerous whether it cannot be undone: then the button is red and not the default one
     */
    record Confirmation(String title, String text, String action, boolean dangerous) {}

    /**
     * What is asked for.
     *
     * @param initial what the field holds at first
     * @param action what the button says, a verb
     * @param complaint what is wrong with an entry; empty when it will do
     */
    record Question(
            String title,
            String label,
            String initial,
            String action,
            Function<String, String> complaint) {}
}
