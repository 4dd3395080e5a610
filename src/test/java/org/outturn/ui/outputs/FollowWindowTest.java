package org.outturn.ui.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.junit.jupiter.api.Test;
import org.outturn.sample.ObjectAttributes;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** An operator who follows a bucket while a pipeline writes to it. */
class FollowWindowTest extends WindowTest {
    /** The shortest time between two looks, and some more for a machine that is busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final int JOBS = 40;
    private static final int NEXT = 50;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss");
    private static final Instant START = Instant.now();

    private static String job(int number) {
        LocalDateTime at =
                LocalDateTime.ofInstant(START, ZoneOffset.UTC).minusMinutes(60L - number);
        return "agar/" + STAMP.format(at) + "_" + new UUID(number, number) + "/";
    }

    private void file(String key) {
        put(key, new byte[100], ObjectAttributes.UNTYPED, Instant.now());
    }

    @Override
    protected void fill() {
        for (int i = 1; i <= JOBS; i++) {
            file(job(i) + "results.json");
            file(job(i) + "all_products.json");
        }
    }

    @SuppressWarnings("unchecked")
    private TableView<OutputLine> table() {
        return window.part(TableView.class, "#outputs-table");
    }

    private List<String> keys() {
        return Fx.get(() -> table().getItems().stream().map(line -> line.row().job()).toList());
    }

    /** What a screen reader says of the name of a job. */
    private String name(int number) {
        String job = new UUID(number, number).toString();
        return Fx.get(() ->
                table().lookupAll(".table-cell").stream()
                        .filter(NameCell.class::isInstance)
                        .map(node -> (TableCell<?, ?>) node)
                        .filter(cell ->
                                cell.getItem() instanceof OutputLine line
                                        && line.row().job().equals(job))
                        .map(TableCell::getAccessibleText)
                        .findFirst()
                        .orElse(""));
    }

    /** The job of the first line in sight. */
    private String first() {
        return Fx.get(() ->
                table().lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                                && flow.getFirstVisibleCell().getItem() instanceof OutputLine line
                        ? line.row().job()
                        : "");
    }

    private void choose(String id) {
        Fx.run(() ->
                window.part(MenuButton.class, "#outputs-followMenu").getItems().stream()
                        .filter(item -> id.equals(item.getId()))
                        .findFirst()
                        .map(MenuItem::getOnAction)
                        .orElseThrow()
                        .handle(null));
    }

    private String state() {
        return Fx.get(() -> window.part(Label.class, "#outputs-followState").getText());
    }

    @Test
    void newJobsAppearMarkedAndAreToldOnce() {
        connect();
        Fx.until(
                "jobs are counted",
                () -> window.places().lines().stream().anyMatch(line -> line.startsWith("Jobs")));
        window.places()
                .click(
                        window.places().lines().stream()
                                .filter(line -> line.startsWith("Jobs"))
                                .findFirst()
                                .orElseThrow());
        Fx.until("the jobs are shown", () -> keys().size() == JOBS);
        Fx.run(() -> {
            window.scene().getWindow().requestFocus();
            table().getSelectionModel().clearAndSelect(3);
        });
        String selected = keys().get(3);
        choose("follow-every-10");
        window.click("#outputs-follow");
        Fx.until("following is said", PATIENCE, () -> state().contains("Looked"));
        Fx.run(() -> window.models().outputs().toggle(table().getItems().get(3).row()));
        Fx.until("its files are shown", () -> keys().size() == JOBS + 2);
        assertThat(name(JOBS)).doesNotContain("new");
        assertThat(Fx.get(() -> window.scene().getWindow().isFocused())).isTrue();
        Fx.run(() -> table().scrollTo(15));
        Fx.until("it is scrolled", () -> first().equals(keys().get(15)));
        String first = first();

        file(job(NEXT) + "results.json");
        Fx.until("the new job is shown", PATIENCE, () -> keys().size() == JOBS + 3);

        assertThat(keys().getFirst()).isEqualTo(new UUID(NEXT, NEXT).toString());
        assertThat(window.toasts().await("New job")).startsWith("New job: ");
        Fx.until("what was in sight stays", () -> first().equals(first));
        Fx.run(() -> table().scrollTo(0));
        Fx.until("it is marked", () -> name(NEXT).endsWith(", new"));
        assertThat(Fx.get(() -> table().getSelectionModel().getSelectedItem().row().job()))
                .as("the selection stays")
                .isEqualTo(selected);
        assertThat(keys().stream().filter(selected::equals)).as("so do open rows").hasSize(3);

        window.toasts().clear();
        String before = state();
        Fx.until("it has looked again", PATIENCE, () -> !state().equals(before));
        assertThat(window.toasts().texts()).isEmpty();
        assertThat(name(NEXT)).endsWith(", new");

        Fx.run(() -> table().getSelectionModel().clearAndSelect(0));
        Fx.until("the mark is gone", () -> !name(NEXT).contains("new"));

        window.click("#outputs-follow");
        Fx.until("nothing is followed", () -> !window.isShown("#outputs-followState"));
    }
}
