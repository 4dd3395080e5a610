package org.outturn.connection.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Connection;
import org.outturn.connection.Found;
import org.outturn.connection.Trouble;

/** A home folder with profiles in it, and what is found there. */
abstract class ProfileSourceTestBase {
    @TempDir Path home;

    Trouble trouble(String file, int line, String messageKey, String... words) {
        return new Trouble(home.resolve(".aws").resolve(file), line, messageKey, List.of(words));
    }

    Found found(Map<String, String> environment) {
        return new ProfileSource(files(), environment).find();
    }

    List<Connection> connections(Map<String, String> environment) {
        return found(environment).connections();
    }

    ProfileFiles files() {
        return ProfileFiles.of(Map.of(), home);
    }

    void config(String text) throws IOException {
        write("config", text);
    }

    void credentials(String text) throws IOException {
        write("credentials", text);
    }

    void write(String name, String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".aws"));
        Files.writeString(folder.resolve(name), text);
    }
}
