package org.outturn.connection.dotenv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Addressing;
import org.outturn.connection.Checksums;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.ServerTrust;
import org.outturn.connection.SignIn;
import org.outturn.connection.Trouble;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.pipeline.Producer;
import org.outturn.storage.Prefix;

/** The files of the five producers as they are, and others. */
class EnvFilesTest {
    private final EnvFiles files = new EnvFiles(Map.of("FROM_OUTSIDE", "outside"));
    private Path folder;

    @BeforeEach
    void folder(@TempDir Path temp) throws IOException {
        folder = Files.createDirectories(temp.resolve("job-server"));
    }

    @Test
    void documentParser() throws IOException {
        EnvFound found =
                find(
                        """
                        # storage
                        S3_BUCKET_NAME=monkeyocr-results
                        AWS_REGION=eu-central-1
                        S3_PREFIX=monkeyocr
                        S3_ENDPOINT_URL=minio.internal:9000
                        S3_PUBLIC_URL=https://files.example.com
                        S3_USE_SSL=false
                        S3_VERIFY_SSL=false
                        AWS_ACCESS_KEY_ID=OCRKEY
                        AWS_SECRET_ACCESS_KEY='ocr-secret'
                        AWS_SESSION_TOKEN=
                        STORE_OCR_RESULTS_S3=true
                        UPLOAD_INDIVIDUAL_FILES_S3=true
                        """);

        Connection one = only(found);
        assertThat(found.producer()).contains(Producer.MONKEY_OCR);
        assertThat(one.name()).isEqualTo("job-server/.env");
        assertThat(one.endpoint()).contains(URI.create("http://minio.internal:9000"));
        assertThat(one.region()).isEqualTo("eu-central-1");
        assertThat(one.pinned()).contains(new Prefix("monkeyocr-results", "monkeyocr/"));
        assertThat(one.server().linkHost()).contains(URI.create("https://files.example.com"));
        assertThat(one.server().trust()).as("never blind").isEqualTo(new ServerTrust.Runtime());
        assertThat(one.server().plainHttp()).as("nobody agreed to it yet").isFalse();
        assertThat(found.unknown()).isEmpty();
        assertThat(told(found)).containsExactly("8 dotenv.note.verify [S3_VERIFY_SSL]");
        assertThat(keys(one)).contains(new Credentials("OCRKEY", "ocr-secret", ""));
    }

    @Test
    void scraper() throws IOException {
        EnvFound found =
                find(
                        """
                        S3_ENABLED=true
                        S3_BUCKET_NAME=scraper-outputs
                        S3_REGION=ap-southeast-2
                        S3_ACCESS_KEY_ID=SCRAPERKEY
                        S3_SECRET_ACCESS_KEY=scraper/secret+
                        S3_UPLOAD_ON_COMPLETION=true
                        S3_PREFIX=scraper-outputs/
                        S3_UPLOAD_TIMEOUT=300000
                        S3_MAX_RETRIES=3
                        DATABASE_URL=postgres://user:dbpassword@db/jobs
                        """);

        Connection one = only(found);
        assertThat(found.producer()).contains(Producer.SCRAPER);
        assertThat(one.endpoint()).isEmpty();
        assertThat(one.region()).isEqualTo("ap-southeast-2");
        assertThat(one.pinned()).contains(new Prefix("scraper-outputs", "scraper-outputs/"));
        assertThat(found.unknown()).containsExactly("DATABASE_URL");
        assertThat(found.troubles()).isEmpty();
        assertThat(keys(one)).contains(new Credentials("SCRAPERKEY", "scraper/secret+", ""));
    }

    @Test
    void documentsOverNats() throws IOException {
        EnvFound found =
                find(
                        """
                        S3_ENDPOINT_URL=${MINIO:-http://localhost:9000}
                        S3_BUCKET=documents
                        AWS_ACCESS_KEY_ID=minioadmin
                        AWS_SECRET_ACCESS_KEY=miniosecret
                        AWS_DEFAULT_REGION=us-east-1
                        USE_S3_STORAGE=false
                        DEBUG=1
                        NATS_URL=nats://localhost:4222
                        NATS_TOKEN=natstoken
                        """);

        Connection one = only(found);
        assertThat(found.producer()).contains(Producer.PDF);
        assertThat(one.endpoint()).contains(URI.create("http://localhost:9000"));
        assertThat(one.pinned()).contains(Prefix.root("documents"));
        assertThat(found.nats())
                .contains(new NatsAccess("nats://localhost:4222", Optional.of("natstoken")));
        assertThat(found.toString()).doesNotContain("natstoken").doesNotContain("miniosecret");
        assertThat(told(found)).containsExactly("6 dotenv.note.off [USE_S3_STORAGE]");
    }

    @Test
    void drums() throws IOException {
        EnvFound found =
                find(
                        """
                        export AWS_ACCESS_KEY_ID="DRUMKEY"
                        export AWS_SECRET_ACCESS_KEY="drum-secret"
                        export AWS_S3_BUCKET="drum-scores"
                        export AWS_REGION="us-west-2"
                        """);

        Connection one = only(found);
        assertThat(found.producer()).contains(Producer.DRUMS);
        assertThat(one.pinned()).contains(Prefix.root("drum-scores"));
        assertThat(one.region()).isEqualTo("us-west-2");
        assertThat(one.endpoint()).isEmpty();
    }

    @Test
    void videos() throws IOException {
        EnvFound found =
                find(
                        """
                        STORAGE_MODE=local
                        AWS_REGION=us-east-1
                        S3_MEDIA_BUCKET=bookmark-media
                        S3_VIDEO_PREFIX=temp/videos/
                        S3_ENDPOINT=https://s3.example.com/storage/
                        S3_ACCESS_KEY=VIDEOKEY
                        S3_SECRET_KEY=video-secret
                        S3_USE_PATH_STYLE=true
                        S3_SPLIT_PERCENTAGE=25
                        YTDLP_DOWNLOAD_DIR=/var/tmp/videos
                        """);

        Connection one = only(found);
        assertThat(found.producer()).contains(Producer.VIDEOS);
        assertThat(one.endpoint()).contains(URI.create("https://s3.example.com/storage"));
        assertThat(one.addressing()).isEqualTo(Addressing.PATH);
        assertThat(one.pinned()).contains(new Prefix("bookmark-media", "temp/videos/"));
        assertThat(keys(one)).contains(new Credentials("VIDEOKEY", "video-secret", ""));
        assertThat(told(found)).containsExactly("1 dotenv.note.off [STORAGE_MODE]");
    }

    @Test
    void twoSetsOfKeysAreTwoConnections() throws IOException {
        EnvFound found =
                find(
                        """
                        S3_ACCESS_KEY_ID=ONE
                        S3_SECRET_ACCESS_KEY=secret-one
                        S3_REGION=eu-west-1
                        AWS_ACCESS_KEY_ID=TWO
                        AWS_SECRET_ACCESS_KEY=secret-two
                        AWS_SESSION_TOKEN=token-two
                        AWS_REGION=us-west-2
                        """);

        assertThat(found.connections()).hasSize(2);
        assertThat(found.connections())
                .extracting(Connection::name, Connection::region)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("job-server/.env (ONE)", "eu-west-1"),
                        org.assertj.core.groups.Tuple.tuple("job-server/.env (TWO)", "us-west-2"));
        assertThat(found.connections()).extracting(Connection::identity).doesNotHaveDuplicates();
        assertThat(keys(found.connections().getFirst()))
                .contains(new Credentials("ONE", "secret-one", ""));
        assertThat(keys(found.connections().getLast()))
                .contains(new Credentials("TWO", "secret-two", "token-two"));
    }

    @Test
    void theSameKeysUnderTwoNamesAreOne() throws IOException {
        EnvFound found =
                find(
                        """
                        AWS_ACCESS_KEY_ID=ONE
                        AWS_SECRET_ACCESS_KEY=secret-one
                        S3_ACCESS_KEY_ID=$AWS_ACCESS_KEY_ID
                        S3_SECRET_ACCESS_KEY=${AWS_SECRET_ACCESS_KEY}
                        """);

        assertThat(found.connections()).hasSize(1);
    }

    @Test
    void theAwsNames() throws IOException {
        EnvFound found =
                find(
                        """
                        AWS_PROFILE=production
                        AWS_ENDPOINT_URL_S3=https://s3.example.com
                        AWS_CA_BUNDLE=/etc/ssl/own.pem
                        AWS_REQUEST_CHECKSUM_CALCULATION=WHEN_REQUIRED
                        """);

        Connection one = only(found);
        assertThat(one.signIn()).isEqualTo(new SignIn.Profile("production"));
        assertThat(one.server().trust())
                .isEqualTo(new ServerTrust.Authorities(Path.of("/etc/ssl/own.pem")));
        assertThat(one.server().checksums()).isEqualTo(Checksums.WHEN_REQUIRED);
        assertThat(found.producer()).isEmpty();
    }

    @Test
    void saysWhatIsMissingOrWrongByNameOnly() throws IOException {
        EnvFound found =
                find(
                        """
                        S3_BUCKET_NAME=some
                        S3_ENDPOINT=ftp://user:hunter2@host
                        S3_USE_PATH_STYLE=maybe
                        AWS_ACCESS_KEY_ID=KEY
                        S3_ACCESS_KEY=OTHER
                        S3_SECRET_KEY=$FROM_OUTSIDE
                        """);

        assertThat(told(found))
                .containsExactly(
                        "0 dotenv.note.half [AWS_SECRET_ACCESS_KEY]",
                        "2 dotenv.note.value [S3_ENDPOINT]",
                        "3 dotenv.note.value [S3_USE_PATH_STYLE]");
        assertThat(found.toString()).doesNotContain("hunter2");
        assertThat(keys(only(found))).contains(new Credentials("OTHER", "outside", ""));
    }

    @Test
    void withoutKeysThereIsNoConnection() throws IOException {
        EnvFound found = find("S3_BUCKET_NAME=some\n");

        assertThat(found.connections()).isEmpty();
        assertThat(told(found)).containsExactly("0 dotenv.note.noKeys []");
    }

    @Test
    void theFileStaysAsItIs() throws IOException {
        String text = "AWS_ACCESS_KEY_ID=A\r\nAWS_SECRET_ACCESS_KEY=B";
        Path file = Files.writeString(folder.resolve(".env"), text);
        var before = Files.getLastModifiedTime(file);

        files.find(file);

        assertThat(file).hasContent(text);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        assertThat(folder.toFile().list()).containsExactly(".env");
    }

    @Test
    void aFileThatHasGoneIsALocalFailure() {
        assertThatThrownBy(() -> files.find(folder.resolve("gone.env")))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure()).isInstanceOf(Failure.LocalFile.class));
    }

    private EnvFound find(String text) throws IOException {
        return files.find(Files.writeString(folder.resolve(".env"), text));
    }

    private Optional<Credentials> keys(Connection connection) {
        var signIn = (SignIn.EnvFile) connection.signIn();
        return files.keys(signIn.file(), signIn.keyVariable());
    }

    private static Connection only(EnvFound found) {
        assertThat(found.connections()).hasSize(1);
        return found.connections().getFirst();
    }

    private static List<String> told(EnvFound found) {
        return found.troubles().stream().map(EnvFilesTest::words).toList();
    }

    private static String words(Trouble trouble) {
        return trouble.line() + " " + trouble.messageKey() + " " + trouble.words();
    }
}
