package org.outturn.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.OpenConnection;
import org.outturn.connection.SignIn;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleServer;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;
import org.outturn.storage.Relay;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/**
 * Two connections whose buckets have the same name and, in part, the same keys; every answer comes
 * late. While a listing, a preview, tags, a link and an upload are under way the operator goes from
 * one to the other. Whatever belongs to the first holds a word that the second does not have; the
 * window is read at every pulse.
 */
class SwitchingTest extends WindowTest {
    private static final int MANY = 2_500;

    /** Of the first server's answers: longer than the second takes to open. */
    private static final long LONGEST_MILLIS = 1_500;

    private static final long SHORT_MILLIS = 60;
    private static final ObjectAddress SAME = new ObjectAddress(BUCKET, "jobs/same.txt");

    private SampleServer other;
    private Relay[] slow;
    private final List<String> strays = new ArrayList<>();
    private final Runnable reader = this::read;
    private String last = "";

    @BeforeAll
    void slowDown(@TempDir Path stored) throws IOException {
        other = SampleServer.start(stored, options());
        other.store().createBucket(BUCKET);
        fill(server, "alpha");
        fill(other, "omega");
        slow = new Relay[] {late(server, 1, LONGEST_MILLIS), late(other, 2, SHORT_MILLIS)};
        // after layout: what is painted, not what is about to be replaced
        Fx.run(() -> window.scene().addPostLayoutPulseListener(reader));
    }

    @AfterAll
    void end() throws IOException {
        Fx.run(() -> window.scene().removePostLayoutPulseListener(reader));
        for (Relay relay : slow) {
            relay.close();
        }
        other.close();
    }

    private static void fill(SampleServer server, String word) throws IOException {
        byte[] text = ("written by " + word).getBytes(StandardCharsets.UTF_8);
        var stored = server.store().content(text);
        var plain = ObjectAttributes.of("text/plain");
        server.store().put(BUCKET, SAME.key(), stored, plain.withTag("owner", word), MODIFIED);
        for (int i = 0; i < MANY; i++) {
            server.store().put(BUCKET, "jobs/" + word + "-" + i, stored, plain, MODIFIED);
        }
    }

    private static Relay late(SampleServer server, int seed, long longest) throws IOException {
        var relay = new Relay(server.endpoint());
        var random = new Random(seed);
        relay.changeAnswers(_ -> {
            long millis;
            synchronized (random) {
                millis = random.nextLong(longest);
            }
            return answer -> {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
                return answer;
            };
        });
        return relay;
    }

    @RepeatedTest(4)
    void nothingOfTheOneIsShownUnderTheOther(RepetitionInfo round, @TempDir Path files)
            throws IOException {
        var random = new Random(round.getCurrentRepetition());
        Path upload = Files.writeString(files.resolve("alpha-upload.txt"), "alpha");
        for (int i = 0; i < 3; i++) {
            Files.writeString(files.resolve("alpha-upload-" + i), "alpha".repeat(1000));
        }
        open(slow[0], server, "alpha");
        Fx.run(() -> {
            window.models().browser().open(new Prefix(BUCKET, "jobs/"));
            window.models()
                    .transfers()
                    .upload(
                            List.of(upload, files),
                            new Prefix(BUCKET, "up/" + round.getCurrentRepetition() + "/"));
        });
        if (random.nextBoolean()) {
            Fx.run(() -> window.models().browser().reveal(SAME));
            Fx.until(
                    "it is there",
                    () ->
                            window.models().browser().rows().stream()
                                    .anyMatch(row -> row.key().equals(SAME.key())));
        }
        if (round.getCurrentRepetition() % 2 == 1) {
            Fx.until("it uploads", () -> !window.models().transfers().transfers().isEmpty());
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(400)));
        if (random.nextBoolean()) {
            window.press(KeyCode.CONTROL, KeyCode.C);
        }
        open(slow[1], other, "omega");
        Fx.run(() -> window.models().browser().reveal(SAME));
        Fx.until(
                "the second's is there",
                () ->
                        window.models().browser().selectionProperty().get().stream()
                                .anyMatch(row -> row.key().equals(SAME.key())));
        // what is late by now has come
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2 * LONGEST_MILLIS));

        assertThat(Fx.get(() -> List.copyOf(strays))).isEmpty();
        assertThat(window.inspector().tab("Tags").tagsText()).contains("omega");
    }

    private void open(Relay relay, SampleServer to, String name) {
        Fx.run(() -> {
            window.navigation()
                    .connect(
                            new Connection(
                                    name,
                                    Optional.of(relay.endpoint()),
                                    to.region(),
                                    Addressing.PATH,
                                    new SignIn.Keys(
                                            new Credentials(to.accessKey(), to.secretKey(), "")),
                                    Optional.empty()));
        });
        Fx.until(
                name + " is open",
                () -> {
                    if (window.scene().lookup("#sheet-action") instanceof Button yes) {
                        // transfers run: that is what the question is about
                        yes.fire();
                    }
                    return name.equals(connected());
                });
    }

    private String connected() {
        OpenConnection open = window.models().main().openProperty().get();
        return open == null ? "" : open.connection().name();
    }

    /** What is to be seen in the window, read at every pulse. */
    private void read() {
        String now = connected();
        String foreign = now.equals("alpha") ? "omega" : now.equals("omega") ? "alpha" : "";
        if (!now.equals(last)) {
            // what was copied before may stay where it is
            last = now;
            Clipboard.getSystemClipboard().clear();
        }
        if (foreign.isEmpty() || window.models().main().openingProperty().get() != null) {
            return;
        }
        var seen = new ArrayList<String>();
        collect(window.scene().getRoot(), seen);
        window.models().browser().rows().stream().limit(50).forEach(row -> seen.add(row.key()));
        String clipboard = Clipboard.getSystemClipboard().getString();
        Relay others = foreign.equals("alpha") ? slow[0] : slow[1];
        if (clipboard != null && clipboard.startsWith(others.endpoint().toString())) {
            strays.add("link in the clipboard under " + now);
        }
        seen.stream()
                .filter(text -> text.contains(foreign))
                .forEach(text -> strays.add(now + ": " + text));
    }

    private static void collect(Node node, List<String> seen) {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case Labeled labeled when labeled.getText() != null -> seen.add(labeled.getText());
            case Text text -> seen.add(text.getText());
            case TextInputControl field when field.getText() != null -> seen.add(field.getText());
            default -> {}
        }
        if (node instanceof ListView<?> list) {
            list.getItems().forEach(item -> seen.add(item.toString()));
        }
        if (node instanceof javafx.scene.Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, seen));
        }
    }
}
