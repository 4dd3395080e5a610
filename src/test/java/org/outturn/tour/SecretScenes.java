package org.outturn.tour;

import static org.outturn.tour.Actor.act;
import static org.outturn.tour.Actor.onScreen;
import static org.outturn.tour.Actor.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.OpenConnection;
import org.outturn.connection.SignIn;

/** The scenes of the tour that sign in by files, and the one that looks for secrets at the end. */
final class SecretScenes extends SceneTools {
    private static final String MARKED = "mArk/tou+red/8hV3KsW0nB5pY7dQ";
    private final Instant began = Instant.now().minusSeconds(2);
    private final Path profiles;
    private final Path envFile;

    SecretScenes(Theatre theatre) {
        super(theatre);
        profiles = theatre.home.resolve(".aws");
        envFile = theatre.home.resolve(".env");
    }

    /** The keys of the sample are as secret as any: all that the tour does is done with them. */
    String keepAnEyeOnKeys() {
        theatre.scan.hide("secret key", keys().secretAccessKey()).hide("what is marked", MARKED);
        return "the keys of the sample, and what is marked in files to come";
    }

    private Connection open() {
        OpenConnection open = theatre.wiring.models().main().openProperty().get();
        return open.connection();
    }

    private Credentials keys() {
        if (open().signIn() instanceof SignIn.Keys(Credentials keys)) {
            return keys;
        }
        throw new AssertionError("the sample is not signed in to with keys");
    }

    String profile() throws Exception {
        Credentials keys = keys();
        Files.createDirectories(profiles);
        Files.writeString(
                profiles.resolve("config"),
                """
                [profile pipelines]
                endpoint_url = %s
                region = %s
                """
                        .formatted(open().endpoint().orElseThrow(), open().region()));
        Files.writeString(
                profiles.resolve("credentials"),
                """
                [pipelines]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                this line is broken %s
                """
                        .formatted(keys.accessKeyId(), keys.secretAccessKey(), MARKED));
        Files.writeString(
                envFile,
                """
                S3_ENDPOINT_URL=%s
                S3_BUCKET=scraper-outputs
                AWS_ACCESS_KEY_ID=%s
                AWS_SECRET_ACCESS_KEY='%s'
                NATS_URL=nats://localhost:4222
                NATS_TOKEN='%s'
                """
                        .formatted(
                                open().endpoint().orElseThrow(),
                                keys.accessKeyId(),
                                keys.secretAccessKey(),
                                MARKED));
        act(theatre.wiring.navigation()::showStart);
        actor.untilReads("pipelines");
        theatre.picture("25-profiles");
        actor.clickText("pipelines", 1);
        until("the profile", () -> open().name().equals("pipelines"));
        untilListed();
        return "written while the program ran, read at once, opened";
    }

    String envFile() throws Exception {
        act(theatre.wiring.navigation()::showStart);
        theatre.chosenFiles.add(envFile);
        actor.click("openEnv");
        CheckBox keep = actor.node("dotenv-keep", CheckBox.class);
        act(() -> keep.setSelected(true));
        theatre.picture("26-env-file");
        actor.click("sheet-action");
        until("the .env file", () -> open().signIn() instanceof SignIn.EnvFile);
        untilListed();
        return onScreen(() -> open().name()) + ", kept without its keys";
    }

    /** After the end of the program: files that it writes then are looked at as well. */
    String search() throws IOException {
        if (theatre.scan.in(profiles, _ -> true).isEmpty()
                || theatre.scan.in(Files.readString(envFile)).isEmpty()) {
            throw new AssertionError("the search does not find what is there");
        }
        var read = new int[1];
        List<String> found =
                new ArrayList<>(
                        theatre.scan.in(
                                theatre.home,
                                file -> {
                                    read[0]++;
                                    return !file.startsWith(profiles) && !file.equals(envFile);
                                }));
        found.addAll(theatre.scan.in(theatre.pictures, _ -> true));
        found.addAll(
                theatre.scan.in(
                        Path.of(System.getProperty("java.io.tmpdir")),
                        file -> !file.startsWith(theatre.home) && isNew(file)));
        if (!found.isEmpty()) {
            throw new AssertionError(found.toString());
        }
        return "none in " + read[0] + " files of the home, in the pictures' folder, in temp";
    }

    private boolean isNew(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isAfter(began)
                    && Files.size(file) < 64 << 20;
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }
}
