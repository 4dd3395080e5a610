package org.outturn.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.storage.Prefix;

/** Files that another program drags onto the table are in the bucket afterwards. */
@Tag("display")
class FileDropTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir private Path home;
    @TempDir private Path files;
    @TempDir private Path serverFolder;

    @Test
    void filesAndFolderFromAnotherProgram() throws Exception {
        var mouse = new Mouse();
        byte[] scan = new byte[300_000];
        new Random(7).nextBytes(scan);
        Path pdf = Files.write(files.resolve("scan 1.pdf"), scan);
        Path note = Files.writeString(files.resolve("grüße.txt"), "Größe: 3 m²\n");
        Path folder = Files.createDirectories(files.resolve("pages"));
        Files.writeString(folder.resolve("page1.md"), "# One\n");
        Files.writeString(
                Files.createDirectories(folder.resolve("img")).resolve("a+b.svg"), "<svg/>");

        try (Bucket bucket = Bucket.in(serverFolder)) {
            bucket.put("inbox/before.txt", "was here");
            Prefix inbox = bucket.prefix("inbox/");
            try (ProgramWindow window = ProgramWindow.open(home, bucket.server());
                    Child giver = Child.of(FileGiver.class, pdf, note, folder)) {
                window.goTo(inbox, "before.txt");
                giver.awaitLine(FileGiver.SHOWN);

                mouse.moveTo(OtherWindow.middle(FileGiver.PLACE));
                mouse.press();
                mouse.glideTo(OtherWindow.middle(FileGiver.PLACE).add(30, 0));
                mouse.trembleUntil("the drag starts", () -> giver.hasSaid(FileGiver.DRAGGING));
                mouse.glideTo(window.pointBelowRows());
                mouse.trembleUntil("the hint shows", () -> window.dropHint().isPresent());
                assertThat(window.dropHint()).hasValue("Drop to upload to inbox/");
                assertThat(bucket.objects()).as("nothing moves before the drop").hasSize(1);
                mouse.release();

                giver.awaitLine(FileGiver.COPIED);
                window.awaitRows(inbox, "before.txt", "grüße.txt", "pages/", "scan 1.pdf");
                assertThat(window.dropHint()).isEmpty();
            }
            var expected = new TreeMap<String, String>();
            expected.put("inbox/before.txt", "was here");
            Trees.read(files).forEach((name, bytes) -> expected.put("inbox/" + name, bytes));
            assertThat(expected).hasSize(5);
            await("the last upload ends")
                    .atMost(LONG)
                    .untilAsserted(() -> assertThat(bucket.objects()).isEqualTo(expected));
        }
    }
}
