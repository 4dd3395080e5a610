package org.outturn.ui.signin;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.SignIn;
import org.outturn.connection.SsoSession;
import org.outturn.connection.sso.DeviceCode;
import org.outturn.connection.sso.SignInGuide;
import org.outturn.connection.sso.SsoNeed;
import org.outturn.connection.sso.SsoPortal;
import org.outturn.connection.sso.SsoStatus;
import org.outturn.failure.Failure;
import org.outturn.storage.Cancellation;
import org.outturn.ui.common.TaskRunner;

/**
 * One sign-in, from the browser or the code to the role. Used on the JavaFX thread. Ends once: with
 * a role, or cancelled.
 */
final class SignInViewModel {

    /** How far it is. */
    enum Stage {
        /** The services are being asked; nothing for the operator to do yet. */
        STARTING,
        /** The browser has the say. */
        BROWSER,
        /** A code is shown. */
        CODE,
        /** Signed in; the operator picks an account and a role. */
        PICKING,
        /** It did not work; {@link #failureProperty} says why. */
        FAILED,
        /** Over. */
        ENDED
    }

    /** Whom it works with. */
    record Outside(
            TaskRunner tasks,
            Executor uiThread,
            SsoPortal portal,
            WebBrowser browser,
            Clock clock) {}

    private final Outside outside;
    private final SsoNeed need;
    private final Consumer<SignIn.SingleSignOn> done;
    private final RolePickViewModel pick;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.STARTING);
    private final ReadOnlyObjectWrapper<@Nullable URI> page = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DeviceCode> code = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty noBrowser = new SimpleBooleanProperty();
    private Cancellation running = new Cancellation();
    private boolean byCode;
    private @Nullable Instant endBefore;

    /**
     * @param done told as what the operator works now
     */
    SignInViewModel(Outside outside, SsoNeed need, Consumer<SignIn.SingleSignOn> done) {
        this.outside = outside;
        this.need = need;
        this.done = done;
        this.pick =
                new RolePickViewModel(
                        outside.tasks(), outside.portal(), need, this::end, this::pickFailed);
    }

    /** Begins: with the accounts when somebody is signed in and only the role is lacking. */
    void begin() {
        outside.tasks()
                .run(
                        "look at the sign-in",
                        _ -> outside.portal().status(session()),
                        status -> {
                            endBefore = status.until();
                            if (need.complete().isEmpty()
                                    && (status.quiet()
                                            || status.until().isAfter(outside.clock().instant()))) {
                                signedIn();
                            } else {
                                inBrowser();
                            }
                        },
                        this::failed);
    }

    /** Signs in in the browser, in place of whatever is under way. */
    void inBrowser() {
        run(false);
    }

    /** Signs in with a code, in place of whatever is under way. */
    void byCode() {
        run(true);
    }

    /** The same way once more. */
    void again() {
        run(byCode);
    }

    private void run(boolean withCode) {
        if (stage.get() == Stage.ENDED) {
            return;
        }
        running.cancel();
        byCode = withCode;
        failure.set(null);
        page.set(null);
        code.set(null);
        noBrowser.set(false);
        stage.set(Stage.STARTING);
        running =
                outside.tasks()
                        .run(
                                "sign in",
                                cancellation -> {
                                    var guide = new Guide(cancellation);
                                    if (withCode) {
                                        outside.portal()
                                                .signInByCode(session(), guide, cancellation);
                                    } else {
                                        outside.portal().signIn(session(), guide, cancellation);
                                    }
                                    return true;
                                },
                                _ -> signedIn(),
                                this::failed);
    }

    /** Opens the page once more, for those who have closed it. */
    void openPage() {
        URI now = pageToOpen();
        if (now != null) {
            noBrowser.set(false);
            Cancellation mine = running;
            outside.tasks()
                    .run(
                            "open the browser",
                            _ -> outside.browser().open(now),
                            opened -> noBrowser.set(!opened && !mine.isCancelled()),
                            _ -> noBrowser.set(true));
        }
    }

    private @Nullable URI pageToOpen() {
        DeviceCode shown = code.get();
        return shown == null ? page.get() : shown.pageWithCode();
    }

    /** The cache has changed: another program may have signed in. */
    void cacheChanged() {
        if (!waits()) {
            return;
        }
        outside.tasks()
                .run(
                        "look at the sign-in",
                        _ -> outside.portal().status(session()),
                        this::seen,
                        _ -> {});
    }

    private void seen(SsoStatus status) {
        boolean other = endBefore != null && !status.until().equals(endBefore);
        if (waits() && other && status.until().isAfter(outside.clock().instant())) {
            running.cancel();
            signedIn();
        }
    }

    private boolean waits() {
        return switch (stage.get()) {
            case STARTING, BROWSER, CODE -> true;
            default -> false;
        };
    }

    private void signedIn() {
        if (stage.get() == Stage.ENDED) {
            return;
        }
        need.complete()
                .ifPresentOrElse(
                        this::end,
                        () -> {
                            stage.set(Stage.PICKING);
                            pick.load();
                        });
    }

    private void pickFailed(Failure why) {
        if (why instanceof Failure.SignInExpired && stage.get() == Stage.PICKING) {
            inBrowser();
        } else {
            failed(why);
        }
    }

    private void end(SignIn.SingleSignOn as) {
        if (stage.get() != Stage.ENDED) {
            stage.set(Stage.ENDED);
            done.accept(as);
        }
    }

    private void failed(Failure why) {
        if (stage.get() != Stage.ENDED) {
            failure.set(why);
            stage.set(Stage.FAILED);
        }
    }

    /** Gives it up, at any moment. */
    void cancel() {
        stage.set(Stage.ENDED);
        running.cancel();
        pick.cancel();
    }

    /** Brings what the sign-in says to the JavaFX thread. */
    private final class Guide implements SignInGuide {
        private final Cancellation mine;

        Guide(Cancellation mine) {
            this.mine = mine;
        }

        @Override
        public void open(URI where) {
            outside.uiThread()
                    .execute(() -> {
                        if (!mine.isCancelled()) {
                            page.set(where);
                            stage.set(Stage.BROWSER);
                            openPage();
                        }
                    });
        }

        @Override
        public void show(DeviceCode shown) {
            outside.uiThread()
                    .execute(() -> {
                        if (!mine.isCancelled()) {
                            code.set(shown);
                            stage.set(Stage.CODE);
                        }
                    });
        }
    }

    SsoSession session() {
        return need.session();
    }

    RolePickViewModel pick() {
        return pick;
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The page to sign in at; {@code null} as long as there is none. */
    ReadOnlyObjectProperty<@Nullable URI> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable DeviceCode> codeProperty() {
        return code.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Whether no browser could be opened here. */
    ReadOnlyBooleanProperty noBrowserProperty() {
        return noBrowser;
    }
}
