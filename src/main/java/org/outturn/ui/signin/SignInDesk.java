package org.outturn.ui.signin;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Connection;
import org.outturn.connection.SignIn;
import org.outturn.connection.files.FileWatch;
import org.outturn.connection.sso.SsoNeed;
import org.outturn.connection.sso.SsoNeeds;
import org.outturn.connection.sso.SsoPortal;
import org.outturn.failure.Failure;
import org.outturn.storage.Cancellation;
import org.outturn.ui.common.Dialogs;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.Notifier;
import org.outturn.ui.common.TaskRunner;

/**
 * Where operators sign in: because a connection asks for it, or because they want to. Also hears of
 * sign-ins by other programs. Used on the JavaFX thread.
 */
public final class SignInDesk implements AutoCloseable {
    /** A connection that asks again this soon after a sign-in will not be helped by another. */
    private static final Duration SOON_AGAIN = Duration.ofSeconds(30);

    /** Between two looks at the cache. */
    private static final Duration LOOKS = Duration.ofSeconds(1);

    private final Services services;
    private final Saying saying;
    private final SignInStates states;
    private final FileWatch watch;
    private Consumer<Connection> opener = _ -> {};
    private @Nullable SignInViewModel shown;
    private @Nullable Connection helped;
    private Instant helpedAt = Instant.MIN;

    /**
     * What it works with.
     *
     * @param uiThread runs what it is given on the JavaFX thread, later, in order
     * @param needs which connections need a sign-in
     * @param cache the folder in which sign-ins are kept
     */
    public record Services(
            TaskRunner tasks,
            Executor uiThread,
            SsoPortal portal,
            SsoNeeds needs,
            WebBrowser browser,
            Path cache,
            Clock clock) {}

    /** How the operator is spoken to. */
    public record Saying(Dialogs dialogs, Notifier notifier, Messages messages, Formats formats) {}

    public SignInDesk(Services services, Saying saying) {
        this.services = services;
        this.saying = saying;
        states = new SignInStates(services.tasks(), services.needs(), services.portal());
        watch =
                FileWatch.soon(
                        List.of(services.cache()),
                        LOOKS,
                        () -> services.uiThread().execute(this::cacheChanged));
    }

    /** Says who opens a connection once its sign-in has been seen to. */
    public void onSignedIn(Consumer<Connection> who) {
        opener = who;
    }

    /** How long sign-ins still last. */
    public SignInStates states() {
        return states;
    }

    /**
     * How long the sign-in of a connection still lasts, in words, for lists of connections; {@code
     * null} where there is none to speak of. As it was when the cache was read last.
     */
    public ObservableValue<@Nullable String> timeLeft(Connection connection) {
        return states.of(connection).map(state -> state == null ? null : words(state));
    }

    /** For instance {@code 7 h 12 min left}. */
    String words(SignInStates.State state) {
        Duration left = state.status().left(services.clock().instant());
        return left.isZero()
                ? messages().text("signIn.left.over")
                : messages().text("signIn.left.short", formats().duration(rounded(left)));
    }

    /** Seconds are shown in the last minutes only. */
    static Duration rounded(Duration left) {
        return left.compareTo(Duration.ofMinutes(2)) < 0
                ? left
                : Duration.ofMinutes(left.toMinutes());
    }

    /** Told of a connection that did not open: signs in if that is what it lacks, and opens it. */
    public void failed(Connection connection, Failure why) {
        boolean lacks =
                why instanceof Failure.SignInExpired || why instanceof Failure.SignInMissing;
        boolean again =
                connection.equals(helped)
                        && services.clock().instant().isBefore(helpedAt.plus(SOON_AGAIN));
        if (lacks && !again) {
            signIn(connection);
        }
    }

    /** Told that a connection has opened: whatever it lacked, it has. */
    public void opened() {
        helped = null;
    }

    /** Signs in because the operator wants to, and opens the connection. */
    public void signIn(Connection connection) {
        signIn(
                connection,
                usable -> {
                    helped = usable;
                    helpedAt = services.clock().instant();
                    opener.accept(usable);
                });
    }

    /** Signs in again for a connection that is open and stays so. */
    void signInAgain(Connection connection) {
        signIn(
                connection,
                _ -> saying.notifier().success(saying.messages().text("signIn.left.renewed")));
    }

    /** Renews quietly, or has the operator sign in where that cannot be. */
    void renew(SignInStates.State state, Connection connection) {
        services.tasks()
                .run(
                        "renew the sign-in",
                        cancellation -> services.portal().renew(state.session(), cancellation),
                        renewed -> {
                            states.reload();
                            if (renewed) {
                                saying.notifier()
                                        .success(saying.messages().text("signIn.left.renewed"));
                            } else {
                                signInAgain(connection);
                            }
                        },
                        saying.notifier()::failure);
    }

    /** Renews without a word, in good time; what does not work is tried again later. */
    Cancellation renewQuietly(SignInStates.State state) {
        return services.tasks()
                .run(
                        "renew the sign-in",
                        cancellation -> services.portal().renew(state.session(), cancellation),
                        _ -> states.reload(),
                        _ -> states.reload());
    }

    /** Signs out, after a question: other programs lose the sign-in, too. */
    void signOut(SignInStates.State state) {
        Messages messages = messages();
        String name =
                state.session().name().isEmpty()
                        ? state.session().startUrl()
                        : state.session().name();
        Instant until = state.status().until();
        saying.dialogs()
                .confirm(
                        new Dialogs.Confirmation(
                                messages.text("signOut.title", name),
                                messages.text("signOut.text"),
                                messages.text("signOut.action"),
                                false),
                        () ->
                                services.tasks()
                                        .run(
                                                "sign out",
                                                cancellation ->
                                                        services.portal()
                                                                .signOut(
                                                                        state.session(),
                                                                        cancellation),
                                                told -> signedOut(name, until, told),
                                                saying.notifier()::failure));
    }

    private void signedOut(String name, Instant until, boolean told) {
        states.reload();
        if (told) {
            notifier().success(messages().text("signOut.done", name));
        } else {
            String end = formats().until(until, services.clock().instant());
            notifier().warning(messages().text("signOut.untold", name, end));
        }
    }

    private void signIn(Connection connection, Consumer<Connection> then) {
        services.tasks()
                .run(
                        "look at the sign-in",
                        _ -> services.needs().of(connection),
                        need -> need.ifPresent(found -> ask(connection, found, then)),
                        saying.notifier()::failure);
    }

    private void ask(Connection connection, SsoNeed need, Consumer<Connection> then) {
        if (shown != null && shown.stageProperty().get() != SignInViewModel.Stage.ENDED) {
            // one sheet at a time is enough
            return;
        }
        var model =
                new SignInViewModel(
                        new SignInViewModel.Outside(
                                services.tasks(),
                                services.uiThread(),
                                services.portal(),
                                services.browser(),
                                services.clock()),
                        need,
                        as -> signedIn(connection, need, as, then));
        shown = model;
        // what is shown of it elsewhere is not so any more
        states.reload();
        saying.dialogs()
                .show(close -> new SignInSheet(model, saying.messages(), saying.formats(), close));
        model.begin();
    }

    private void signedIn(
            Connection connection,
            SsoNeed need,
            SignIn.SingleSignOn as,
            Consumer<Connection> then) {
        Connection usable = need.complete().isPresent() ? connection : connection.withSignIn(as);
        states.reload();
        then.accept(usable);
    }

    private void cacheChanged() {
        states.reload();
        if (shown != null) {
            shown.cacheChanged();
        }
    }

    Notifier notifier() {
        return saying.notifier();
    }

    Messages messages() {
        return saying.messages();
    }

    Formats formats() {
        return saying.formats();
    }

    Clock clock() {
        return services.clock();
    }

    /** Looks no more. */
    @Override
    public void close() {
        watch.close();
        if (shown != null) {
            shown.cancel();
        }
    }
}
