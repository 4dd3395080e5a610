package org.outturn.ui.signin;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.SignIn;
import org.outturn.connection.sso.SsoAccount;
import org.outturn.connection.sso.SsoNeed;
import org.outturn.connection.sso.SsoPortal;
import org.outturn.failure.Failure;
import org.outturn.storage.Cancellation;
import org.outturn.ui.common.TaskRunner;

/**
 * Which account and which role. Where there is only one of them nobody is asked. Used on the JavaFX
 * thread.
 */
final class RolePickViewModel {
    private final TaskRunner tasks;
    private final SsoPortal portal;
    private final SsoNeed need;
    private final Consumer<SignIn.SingleSignOn> done;
    private final Consumer<Failure> failed;
    private final ObservableList<SsoAccount> all = FXCollections.observableArrayList();
    private final FilteredList<SsoAccount> shown = new FilteredList<>(all);
    private final ObservableList<String> roles = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable SsoAccount> account =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Cancellation running = new Cancellation();

    RolePickViewModel(
            TaskRunner tasks,
            SsoPortal portal,
            SsoNeed need,
            Consumer<SignIn.SingleSignOn> done,
            Consumer<Failure> failed) {
        this.tasks = tasks;
        this.portal = portal;
        this.need = need;
        this.done = done;
        this.failed = failed;
        search.subscribe(text -> {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(found -> matches(found, wanted));
        });
    }

    private static boolean matches(SsoAccount account, String wanted) {
        return account.id().contains(wanted)
                || account.name().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** Asks for the accounts. */
    void load() {
        run(
                cancellation -> portal.accounts(need.session(), cancellation),
                found -> {
                    List<SsoAccount> mine =
                            need.account().isEmpty()
                                    ? found
                                    : found.stream()
                                            .filter(one -> one.id().equals(need.account().get()))
                                            .toList();
                    all.setAll(mine);
                    if (mine.size() == 1) {
                        choose(mine.getFirst());
                    }
                });
    }

    /** Asks for the roles of an account. */
    void choose(SsoAccount picked) {
        if (picked.equals(account.get())) {
            return;
        }
        account.set(picked);
        roles.clear();
        run(
                cancellation -> portal.roles(need.session(), picked.id(), cancellation),
                found -> {
                    roles.setAll(found);
                    if (all.size() == 1 && found.size() == 1) {
                        choose(found.getFirst());
                    }
                });
    }

    /** Works as this from now on. */
    void choose(String role) {
        SsoAccount of = account.get();
        if (of != null) {
            done.accept(new SignIn.SingleSignOn(need.session(), of.id(), role));
        }
    }

    private <T> void run(TaskRunner.Work<T> work, Consumer<T> then) {
        running.cancel();
        busy.set(true);
        running =
                tasks.run(
                        "look for accounts and roles",
                        work,
                        found -> {
                            busy.set(false);
                            then.accept(found);
                        },
                        why -> {
                            busy.set(false);
                            account.set(null);
                            failed.accept(why);
                        });
    }

    void cancel() {
        running.cancel();
    }

    /** Those that fit the search. */
    ObservableList<SsoAccount> accounts() {
        return shown;
    }

    /** How many there are. */
    int count() {
        return all.size();
    }

    ObservableList<String> roles() {
        return roles;
    }

    StringProperty searchProperty() {
        return search;
    }

    ReadOnlyObjectProperty<@Nullable SsoAccount> accountProperty() {
        return account.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
