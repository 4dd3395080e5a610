package org.outturn.ui.connection;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Connection;

/**
 * What other parts of the program do for a connection. What is not there is not shown. Called on
 * the JavaFX thread; returns at once.
 *
 * @param timeLeft how long its sign-in still lasts, in words; {@code null} as long as there is
 *     nothing to say
 * @param newWindow opens it in another window
 * @param test tries it out step by step; gets typed keys as they are
 * @param signIn begins to sign in, for connections where one can
 */
public record ConnectionOffers(
        Function<Connection, ObservableValue<@Nullable String>> timeLeft,
        Optional<Consumer<Connection>> newWindow,
        Optional<Consumer<Connection>> test,
        Function<Connection, Optional<Runnable>> signIn) {
    /** Nobody offers anything. */
    public static final ConnectionOffers NONE =
            new ConnectionOffers(
                    _ -> new SimpleObjectProperty<>(),
                    Optional.empty(),
                    Optional.empty(),
                    _ -> Optional.empty());
}
