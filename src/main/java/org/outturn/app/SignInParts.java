package org.outturn.app;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.CodePrompt;
import org.outturn.connection.Connection;
import org.outturn.connection.OpenConnection;
import org.outturn.ui.common.TaskRunner;
import org.outturn.ui.main.MainViewModel;
import org.outturn.ui.main.Navigation;
import org.outturn.ui.signin.CodeDesk;
import org.outturn.ui.signin.SignInDesk;
import org.outturn.ui.signin.TimeLeft;

/** What a window has of signing in: its desk, its sheets, the time left in its top bar. */
final class SignInParts implements AutoCloseable {
    /** After that nobody holds the device any more. */
    private static final Duration CODE_PATIENCE = Duration.ofMinutes(5);

    private final SignInDesk desk;
    private final CodePrompt codes;

    SignInParts(SignInServices services, TaskRunner tasks, Clock clock, Navigation.Saying saying) {
        desk =
                new SignInDesk(
                        new SignInDesk.Services(
                                tasks,
                                Platform::runLater,
                                services.portal(),
                                services.needs(),
                                services.browser(),
                                services.cache(),
                                clock),
                        new SignInDesk.Saying(
                                saying.dialogs(),
                                saying.notifier(),
                                saying.messages(),
                                saying.formats()));
        codes =
                new CodeDesk(
                        saying.dialogs(), saying.messages(), Platform::runLater, CODE_PATIENCE);
    }

    /** Lets connections that lack a sign-in get one, and shows how long it lasts. */
    void attach(MainViewModel main, Navigation navigation, Parent content) {
        desk.onSignedIn(navigation::connect);
        main.onFailed(desk::failed);
        main.openProperty().subscribe(_ -> desk.opened());
        var place = (Pane) content.lookup("#sign-in-state");
        place.getChildren()
                .add(new TimeLeft(desk, main.openProperty().map(OpenConnection::connection)));
    }

    /** How long the sign-in of a connection lasts, in words. */
    ObservableValue<@Nullable String> timeLeft(Connection connection) {
        return desk.timeLeft(connection);
    }

    /** What begins to sign in for a connection, if one can. */
    Optional<Runnable> signIn(Connection connection) {
        return desk.states().of(connection).get() == null
                ? Optional.empty()
                : Optional.of(() -> desk.signIn(connection));
    }

    /** Asks for the codes of MFA devices. */
    CodePrompt codes() {
        return codes;
    }

    @Override
    public void close() {
        desk.close();
    }
}
