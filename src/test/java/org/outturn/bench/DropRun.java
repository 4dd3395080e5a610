package org.outturn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.Prefix;
import org.outturn.storage.ServerUnderTest;
import org.outturn.testkit.Fx;
import org.outturn.testkit.ProgramWindow;
import org.outturn.testkit.UiWatchdog;
import org.outturn.transfer.QueueTotals;

/** The program in its window, on which a folder is dropped; {@link DropBench} measures it. */
final class DropRun {
    /** Stands before what is to be told. */
    static final String SAYS = "drop: ";

    private static final Duration LONGEST = Duration.ofMinutes(18);

    private DropRun() {}

    /** Arguments: an empty home, the folder, a bucket, how many files there are. */
    public static void main(String[] args) throws IOException {
        ServerUnderTest server = ServerUnderTest.given(System.getenv()).orElseThrow();
        Path home = Path.of(args[0]);
        Path aws = Files.createDirectories(home.resolve(".aws"));
        // with any profile the sample does not open by itself
        Files.writeString(aws.resolve("config"), "[profile other]\nregion = eu-central-1\n");
        Files.writeString(
                aws.resolve("credentials"),
                "[other]\naws_access_key_id = nobody\naws_secret_access_key = nothing\n");
        ProgramWindow window = ProgramWindow.show(home);
        window.start()
                .show()
                .fill(
                        server.endpoint().toString(),
                        server.region(),
                        server.credentials().accessKeyId(),
                        server.credentials().secretAccessKey())
                .connect();
        window.node(".object-table");
        window.goTo("s3://" + args[2] + "/");
        window.browser().at(args[2], "");
        drop(window, Path.of(args[1]), new Prefix(args[2], ""), Integer.parseInt(args[3]));
        window.close();
        System.exit(0);
    }

    private static void drop(ProgramWindow window, Path folder, Prefix target, int count) {
        warmUp(window, folder.resolve("000"), new Prefix(target.bucket(), "before/"));
        try (UiWatchdog dog = UiWatchdog.start()) {
            long start = System.nanoTime();
            Fx.run(() -> window.models().transfers().upload(List.of(folder), target));
            Fx.until("the plan is carried out", LONGEST, () -> count(window) == count);
            say("planned and in the list after %.1f s", seconds(start));
            say("longest hold until then: %s", dog.longest());
            Fx.until("all have ended", LONGEST, () -> ended(window) == count);
            say("all ended after %.1f s", seconds(start));
            say("longest hold in all: %s", dog.longest());
        }
        QueueTotals totals = totals(window);
        say("%,d done, %,d failed", totals.done(), totals.failed());
    }

    /** The first transfer of all loads classes, which is another measurement. */
    private static void warmUp(ProgramWindow window, Path folder, Prefix target) {
        Fx.run(() -> window.models().transfers().upload(List.of(folder), target));
        Fx.until("it is warm", () -> count(window) > 0 && ended(window) == count(window));
        window.transfers().clear();
    }

    private static double seconds(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1e3;
    }

    private static int count(ProgramWindow window) {
        QueueTotals now = window.models().transfers().totalsProperty().get();
        return now == null ? 0 : now.count();
    }

    private static int ended(ProgramWindow window) {
        QueueTotals now = window.models().transfers().totalsProperty().get();
        return now == null ? 0 : now.count() - now.left();
    }

    private static QueueTotals totals(ProgramWindow window) {
        @Nullable QueueTotals now =
                Fx.get(() -> window.models().transfers().totalsProperty().get());
        return Objects.requireNonNull(now);
    }

    private static void say(String text, Object... values) {
        IO.println(SAYS + text.formatted(values).lines().findFirst().orElse(""));
    }
}
