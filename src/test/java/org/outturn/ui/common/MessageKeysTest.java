package org.outturn.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.outturn.aws.TriedActions;
import org.outturn.connection.Addressing;
import org.outturn.connection.Checksums;
import org.outturn.connection.Mark;
import org.outturn.connection.check.CheckResult;
import org.outturn.connection.check.CheckStep;
import org.outturn.connection.dotenv.EnvProblem;
import org.outturn.download.DownloadAction;
import org.outturn.download.DownloadReason;
import org.outturn.download.ExistingFilePolicy;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.ServerCertificate;
import org.outturn.failure.Technical;
import org.outturn.follow.FollowRule;
import org.outturn.jobs.JobPart;
import org.outturn.journal.OpenedJournal.Trouble;
import org.outturn.orphans.OrphanKind;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.Producer;
import org.outturn.pipeline.status.OutputState;
import org.outturn.pipeline.status.Witness;
import org.outturn.preview.FileKind;
import org.outturn.preview.Preview;
import org.outturn.rearrange.RearrangeKind;
import org.outturn.rearrange.RearrangeReason;
import org.outturn.rearrange.TakenKeyPolicy;
import org.outturn.records.DatabaseAddress;
import org.outturn.records.JobRecord;
import org.outturn.records.UploadRecord;
import org.outturn.records.UploadStatus;
import org.outturn.transfer.TransferState;
import org.outturn.upload.CompareBy;
import org.outturn.upload.OverwritePolicy;
import org.outturn.upload.UploadAction;
import org.outturn.upload.UploadReason;

/** Every text that the program asks for is there, and none is there for nobody. */
class MessageKeysTest {
    private static final SortedSet<String> KEYS =
            new TreeSet<>(Collections.list(new Messages(Locale.ENGLISH).bundle().getKeys()));

    /** Actions that other packages than {@code aws} name in their failures. */
    private static final Pattern NAMED_ACTION =
            Pattern.compile(
                    "(?:new Attempt\\(|String (?:[A-Z]+_)?(?:ACTION|READ|WRITE) =)\\s*\"(\\w+)\"");

    private static final Pattern KEY_LINE = Pattern.compile("(?m)^([a-zA-Z][\\w.]*)=");

    @Test
    void whatJavaAsksForIsThere() {
        assertThat(KEYS).containsAll(literals());
    }

    @Test
    void whatViewsAskForIsThere() {
        assertThat(KEYS).containsAll(viewKeys());
    }

    @Test
    void whatIsPutTogetherIsThere() {
        assertThat(KEYS).containsAll(composed());
    }

    @Test
    void everyActionHasItsWords() {
        assertThat(actions()).contains("ListBuckets", "Work", "ReadLocalFile");
        assertThat(KEYS).containsAll(actions().stream().map(name -> "action." + name).toList());
    }

    @Test
    void nothingIsThereForNobody() {
        var used = new TreeSet<>(literals());
        used.addAll(viewKeys());
        used.addAll(composed());
        actions().forEach(name -> used.add("action." + name));

        assertThat(KEYS).isSubsetOf(used);
    }

    @Test
    void noKeyIsThereTwice() {
        var lines =
                SourceTexts.files("messages.properties").stream()
                        .flatMap(file -> KEY_LINE.matcher(SourceTexts.text(file)).results())
                        .map(match -> match.group(1))
                        .toList();

        assertThat(lines).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(KEYS);
    }

    /** Strings that begin like a key; those that end in a dot are put together with something. */
    private static SortedSet<String> literals() {
        String stems =
                KEYS.stream()
                        .map(key -> key.substring(0, key.indexOf('.')))
                        .distinct()
                        .collect(Collectors.joining("|"));
        return SourceTexts.all(".java", Pattern.compile("\"((?:" + stems + ")(?:\\.\\w+)+)\""));
    }

    private static SortedSet<String> viewKeys() {
        return SourceTexts.all(".fxml", Pattern.compile("\"%([\\w.]+)\""));
    }

    private static SortedSet<String> actions() {
        SortedSet<String> actions = SourceTexts.all(".java", NAMED_ACTION);
        actions.addAll(TriedActions.all());
        return actions;
    }

    private static SortedSet<String> composed() {
        return Stream.of(
                        each("connection.addressing.", Addressing.values()),
                        Arrays.stream(CheckStep.values()).map(CheckStep::messageKey),
                        Arrays.stream(CheckResult.State.values())
                                .map(CheckResult.State::messageKey),
                        Arrays.stream(ServerCertificate.Distrust.values())
                                .map(ServerCertificate.Distrust::messageKey),
                        each("connection.checksums.", Checksums.values()),
                        each("connection.mark.", Mark.values()),
                        Stream.of("KEYS", "PROFILE", "SSO", "ENV_FILE", "ENVIRONMENT", "MACHINE")
                                .map(kind -> "connection.kind." + kind),
                        Stream.of("saved", "profiles", "environment", "sample")
                                .map(group -> "connection.group." + group),
                        Arrays.stream(EnvProblem.Kind.values()).map(EnvProblem.Kind::messageKey),
                        each("places.kind.", OutputKind.values()),
                        Stream.of("main.connection.switch.", "main.close.")
                                .flatMap(key ->
                                        Stream.of(key + "title", key + "text", key + "action")),
                        each("plan.policy.", OverwritePolicy.values()),
                        each("plan.existing.", ExistingFilePolicy.values()),
                        each("plan.does.", UploadAction.values()),
                        each("plan.does.", DownloadAction.values()),
                        each("plan.count.", UploadAction.values()),
                        each("plan.taken.", TakenKeyPolicy.values()),
                        ofRearranging(),
                        each("plan.compare.", CompareBy.values()),
                        Stream.of("BUCKET", "S3", "KMS").map(kind -> "plan.encryption." + kind),
                        Arrays.stream(Producer.values()).map(Producer::messageKey),
                        Arrays.stream(Trouble.values())
                                .filter(trouble -> trouble != Trouble.NONE)
                                .map(Trouble::messageKey),
                        Arrays.stream(FileKind.values()).map(FileKind::messageKey),
                        Arrays.stream(Preview.Reason.values()).map(Preview.Reason::messageKey),
                        Arrays.stream(UploadReason.values()).map(UploadReason::messageKey),
                        Arrays.stream(DownloadReason.values()).map(DownloadReason::messageKey),
                        Arrays.stream(TransferState.values()).map(TransferState::messageKey),
                        Arrays.stream(OutputState.values()).map(OutputState::messageKey),
                        Arrays.stream(Witness.values()).map(Witness::messageKey),
                        Arrays.stream(OrphanKind.values())
                                .map(OrphanKind::messageKey)
                                .flatMap(key -> Stream.of(key, key + ".why")),
                        Arrays.stream(FollowRule.values()).map(FollowRule::messageKey),
                        Stream.of(
                                        "name",
                                        "status",
                                        "produced",
                                        "files",
                                        "size",
                                        "expires",
                                        "user",
                                        "storageClass",
                                        "tags")
                                .map(name -> "outcome.column." + name),
                        Arrays.stream(JobRecord.Witness.values())
                                .map(JobRecord.Witness::messageKey),
                        Arrays.stream(UploadStatus.Kind.values())
                                .map(UploadStatus.Kind::messageKey),
                        Arrays.stream(JobPart.values()).map(JobPart::messageKey),
                        Arrays.stream(DatabaseAddress.Line.values())
                                .map(DatabaseAddress.Line::messageKey),
                        Arrays.stream(UploadRecord.Reason.values())
                                .map(UploadRecord.Reason::messageKey),
                        failures().flatMap(why -> whyAndNext(why.messageKey())))
                .flatMap(keys -> keys)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Deletions are confirmed, not shown as a plan. */
    private static Stream<String> ofRearranging() {
        Stream<String> kinds =
                Stream.of(RearrangeKind.COPY, RearrangeKind.MOVE)
                        .flatMap(kind ->
                                Stream.of("title.", "summary.", "action.", "does.", "count.")
                                        .map(part -> "plan." + part + kind));
        return Stream.concat(
                kinds, Arrays.stream(RearrangeReason.values()).map(RearrangeReason::messageKey));
    }

    private static Stream<String> each(String stem, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> stem + value.name());
    }

    private static Stream<String> whyAndNext(String messageKey) {
        return Stream.of("failure." + messageKey + ".why", "failure." + messageKey + ".next");
    }

    /** One of each kind, with and without what its words may depend on. */
    private static Stream<Failure> failures() {
        var attempt = new Attempt("Work", "x");
        var technical = Technical.of("");
        var changed =
                new ServerCertificate(
                        "",
                        "",
                        Instant.MIN,
                        Instant.MAX,
                        "",
                        List.of(),
                        List.of(ServerCertificate.Distrust.CHANGED));
        return Stream.concat(
                Arrays.stream(Failure.class.getPermittedSubclasses())
                        .flatMap(group -> Arrays.stream(group.getPermittedSubclasses()))
                        .flatMap(kind ->
                                Stream.of("", "eu-central-1").map(subject -> make(kind, subject))),
                Stream.of(
                        new Failure.Untrusted(Optional.of(changed), attempt, technical),
                        new Failure.ClockSkew(Optional.of(Duration.ofHours(1)), attempt, technical),
                        new Failure.ClockSkew(
                                Optional.of(Duration.ofHours(-1)), attempt, technical)));
    }

    private static Failure make(Class<?> kind, String subject) {
        RecordComponent[] parts = kind.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values =
                Arrays.stream(types)
                        .map(type ->
                                type == Optional.class
                                        ? Optional.empty()
                                        : type == String.class
                                                ? subject
                                                : type == Attempt.class
                                                        ? new Attempt("Work", "x")
                                                        : Technical.of(""))
                        .toArray();
        try {
            return (Failure) kind.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(kind.getName(), e);
        }
    }
}
