package org.outturn.ui.connection;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.outturn.connection.Connection;

/**
 * What other parts of the program do for a connection. What is not there is not shown. Called on
 * the JavaFX thread; returns at once.
 *
 * @param timeLeft how long its sign-in still lasts, in words; empty when there is nothing to say
 * @param newWindow opens it in another window
 * @param test tries it out step by step; gets typed keys as they are
 * @param signIn begins to sign in, for connections where one can
 */
public record ConnectionOffers(
        Function<Connection, Optional<String>> timeLeft,
        Optional<Consumer<Connection>> newWindow,
        Optional<Consumer<Connection>> test,
        Function<Connection, Optional<Runnable>> signIn) {
    /** Nobody offers anything. */
    public static final ConnectionOffers NONE =
            new ConnectionOffers(
                    _ -> Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    _ -> Optional.empty());
}
