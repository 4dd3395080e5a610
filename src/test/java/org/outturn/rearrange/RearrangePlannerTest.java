package org.outturn.rearrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.outturn.storage.Failures;
import org.outturn.storage.FolderStore;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;

class RearrangePlannerTest {
    private static final String BUCKET = FolderStore.BUCKET;
    private static final LongConsumer NOBODY = n -> {};

    @TempDir private Path folder;
    private FolderStore store;
    private RearrangePlanner planner;

    @BeforeEach
    void open() {
        store = new FolderStore(folder);
        planner = new RearrangePlanner(store);
    }

    @Test
    void whatIsBelowAPrefixKeepsItsKeysBelowTheTarget() {
        put("agar/job/a.json", "agar/job/pdfs/b c.pdf", "agar/job/", "agar/jobs/other", "x");

        RearrangePlan plan = copy(selection("agar/", "job/"), "old/", TakenKeyPolicy.KEEP_BOTH);

        assertThat(ways(plan))
                .containsExactly(
                        "COPY NEW agar/job/ -> old/job/",
                        "COPY NEW agar/job/a.json -> old/job/a.json",
                        "COPY NEW agar/job/pdfs/b c.pdf -> old/job/pdfs/b c.pdf");
        assertThat(plan.objectsToDo()).isEqualTo(3);
        assertThat(plan.existing()).isZero();
        assertThat(plan.bytesToDo())
                .isEqualTo("agar/job/a.json".length() + "agar/job/pdfs/b c.pdf".length());
        assertThat(plan.objects().get(1).etag()).isEqualTo(store.entry("agar/job/a.json").etag());
        assertThat(plan.objects().get(1).name()).isEqualTo("job/a.json");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30})
    void whatWasChosenWithoutAnEtagGetsOne(int count) {
        List<ObjectEntry> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            put("in/" + i);
            chosen.add(new ObjectEntry("in/" + i, 1, Instant.EPOCH, "STANDARD", ""));
        }
        var selection = new RearrangeSelection(new Prefix(BUCKET, "in/"), chosen, List.of());

        RearrangePlan plan = copy(selection, "out/", TakenKeyPolicy.SKIP);

        assertThat(plan.objects())
                .hasSize(count)
                .allSatisfy(object ->
                        assertThat(object.etag())
                                .isEqualTo(store.entry(object.source().key()).etag()));
    }

    @Test
    void aPlaceWithoutASlashGetsOne() {
        put("a/x");
        assertThat(ways(move(selection("a/", "x"), "b", TakenKeyPolicy.SKIP)))
                .containsExactly("MOVE NEW a/x -> b/x");
        assertThat(ways(move(selection("a/", "x"), "", TakenKeyPolicy.SKIP)))
                .containsExactly("MOVE NEW a/x -> x");
    }

    @Test
    void aTakenKeyIsSkippedReplacedOrNumbered() {
        put("in/a.txt", "in/b.txt", "to/a.txt", "to/a (2).txt");
        RearrangePlan both = move(selection("in/", "a.txt", "b.txt"), "to/", TakenKeyPolicy.SKIP);

        assertThat(both.existing()).isEqualTo(1);
        assertThat(ways(both))
                .containsExactly(
                        "SKIP EXISTS_SKIPPED in/a.txt -> to/a.txt",
                        "MOVE NEW in/b.txt -> to/b.txt");
        assertThat(ways(both.withPolicy(TakenKeyPolicy.REPLACE)))
                .containsExactly(
                        "MOVE EXISTS_REPLACED in/a.txt -> to/a.txt",
                        "MOVE NEW in/b.txt -> to/b.txt");
        assertThat(ways(both.withPolicy(TakenKeyPolicy.KEEP_BOTH)))
                .containsExactly(
                        "MOVE EXISTS_NUMBERED in/a.txt -> to/a (3).txt",
                        "MOVE NEW in/b.txt -> to/b.txt");
        assertThat(both.withPolicy(TakenKeyPolicy.REPLACE).objects())
                .extracting(PlannedObject::replace)
                .containsExactly(true, false);
        assertThat(both.count(RearrangeAction.SKIP)).isEqualTo(1);
    }

    @Test
    void aFolderDoesNotGoIntoItself() {
        put("a/b/x", "a/y");
        RearrangePlan into = move(selection("", "a/"), "a/b/", TakenKeyPolicy.REPLACE);
        assertThat(ways(into)).containsExactly("REFUSE TARGET_INSIDE_SOURCE a/ -> -");
        assertThat(into.objectsToDo()).isZero();
        assertThat(ways(copy(selection("", "a/"), "a/", TakenKeyPolicy.KEEP_BOTH)))
                .containsExactly("REFUSE TARGET_INSIDE_SOURCE a/ -> -");
    }

    @Test
    void aNameThatOnlyBeginsAlikeIsAnotherFolder() {
        put("a/x", "ab/y");
        assertThat(ways(move(selection("", "a/"), "ab/", TakenKeyPolicy.SKIP)))
                .containsExactly("MOVE NEW a/x -> ab/a/x");
    }

    @Test
    void nothingIsMovedOntoItself() {
        put("a/x", "a/y/z");
        for (TakenKeyPolicy policy : TakenKeyPolicy.values()) {
            assertThat(ways(move(selection("a/", "x", "y/"), "a/", policy)))
                    .containsExactly(
                            "REFUSE SAME_ADDRESS a/x -> a/x", "REFUSE SAME_ADDRESS a/y/ -> -");
        }
    }

    @Test
    void aCopyInTheSamePlaceGetsANumberOrIsRefused() {
        put("a/x.txt", "a/y/z");
        RearrangePlan plan = copy(selection("a/", "x.txt", "y/"), "a/", TakenKeyPolicy.KEEP_BOTH);
        assertThat(plan.existing()).isEqualTo(1);
        assertThat(ways(plan))
                .containsExactly(
                        "COPY EXISTS_NUMBERED a/x.txt -> a/x (2).txt",
                        "REFUSE SAME_ADDRESS a/y/ -> -");
        assertThat(ways(plan.withPolicy(TakenKeyPolicy.REPLACE)))
                .startsWith("REFUSE SAME_ADDRESS a/x.txt -> a/x.txt");
    }

    @Test
    void aKeyThatWouldBeTooLongIsRefused() {
        put("a/" + "x".repeat(1000), "a/y");
        RearrangePlan plan =
                move(selection("", "a/"), "t".repeat(40) + "/", TakenKeyPolicy.KEEP_BOTH);
        assertThat(plan.objects())
                .extracting(PlannedObject::action)
                .containsExactly(RearrangeAction.REFUSE, RearrangeAction.MOVE);
        assertThat(plan.objects().getFirst().reason()).isEqualTo(RearrangeReason.KEY_TOO_LONG);
    }

    @Test
    void anotherNameChangesThePrefixAndNothingElse() {
        put("in/old/x", "in/old/old/y", "in/older/z");
        assertThat(ways(rename(selection("in/", "old/"), "new")))
                .containsExactly(
                        "MOVE NEW in/old/old/y -> in/new/old/y", "MOVE NEW in/old/x -> in/new/x");
        assertThat(ways(rename(selection("in/", "old/"), "OLD")))
                .startsWith("MOVE NEW in/old/old/y -> in/OLD/old/y");
        assertThat(ways(rename(selection("in/", "old/"), "old")))
                .containsExactly("REFUSE SAME_ADDRESS in/old/ -> -");
    }

    @Test
    void oneObjectIsRenamedInItsPlace() {
        put("in/a.txt", "in/b.txt");
        assertThat(ways(rename(selection("in/", "a.txt"), "c.txt")))
                .containsExactly("MOVE NEW in/a.txt -> in/c.txt");
        assertThat(ways(rename(selection("in/", "a.txt"), "b.txt")))
                .containsExactly("SKIP EXISTS_SKIPPED in/a.txt -> in/b.txt");
    }

    @Test
    void aRenameIsOfOneThingAndToOneLevel() {
        put("a", "b");
        assertThatIllegalArgumentException().isThrownBy(() -> rename(selection("", "a", "b"), "c"));
        assertThatIllegalArgumentException().isThrownBy(() -> rename(selection("", "a"), "c/d"));
    }

    @Test
    void ofAMovedFolderNoPlaceholderStays() {
        put("in/f/", "in/f/x", "to/f/");
        assertThat(ways(move(selection("in/", "f/"), "to/", TakenKeyPolicy.KEEP_BOTH)))
                .containsExactly(
                        "MOVE EXISTS_REPLACED in/f/ -> to/f/", "MOVE NEW in/f/x -> to/f/x");
        assertThat(ways(copy(selection("in/", "f/"), "to/", TakenKeyPolicy.KEEP_BOTH)))
                .containsExactly("SKIP EXISTS_SKIPPED in/f/ -> to/f/", "COPY NEW in/f/x -> to/f/x");
    }

    @Test
    void thePlaceItselfTakesItsNameAlong() {
        put("in/f/");
        RearrangeSelection itself =
                new RearrangeSelection(
                        new Prefix(BUCKET, "in/f/"), List.of(store.entry("in/f/")), List.of());
        assertThat(ways(copy(itself, "to/", TakenKeyPolicy.SKIP)))
                .containsExactly("COPY NEW in/f/ -> to/f/");
    }

    @Test
    void twoThatWouldHaveOneKeyAreRefusedBoth() {
        put("in/f/", "in/f/f/");
        RearrangeSelection both =
                new RearrangeSelection(
                        new Prefix(BUCKET, "in/f/"),
                        List.of(store.entry("in/f/")),
                        List.of(new Prefix(BUCKET, "in/f/f/")));
        assertThat(ways(move(both, "to/", TakenKeyPolicy.REPLACE)))
                .containsExactly(
                        "REFUSE SAME_KEY in/f/ -> to/f/", "REFUSE SAME_KEY in/f/f/ -> to/f/");
    }

    @Test
    void aTargetThatMayNotBeListedIsNotCompared() {
        put("in/a", "to/a");
        store.disturb((operation, address, cancellation) -> {
            if (operation.equals("ListObjectsV2") && address.key().startsWith("to/")) {
                throw denied(address);
            }
        });
        RearrangePlan plan = move(selection("in/", "a"), "to/", TakenKeyPolicy.KEEP_BOTH);
        assertThat(plan.compared()).isFalse();
        assertThat(ways(plan)).containsExactly("MOVE NOT_COMPARED in/a -> to/a");
        assertThat(plan.objects().getFirst().replace()).isFalse();
        assertThat(plan.withPolicy(TakenKeyPolicy.REPLACE).objects().getFirst().replace()).isTrue();
    }

    @Test
    void aSourceThatMayNotBeListedIsAFailure() {
        put("in/a/b");
        store.disturb((operation, address, cancellation) -> {
            throw denied(address);
        });
        Failures.expect(
                Failure.AccessDenied.class,
                () -> move(selection("in/", "a/"), "to/", TakenKeyPolicy.SKIP));
    }

    @Test
    void everythingBelowWhatIsDeletedIsInThePlanOnce() {
        put("in/a", "in/b/c", "in/b/d", "in/bb", "x");
        List<Long> told = new ArrayList<>();
        RearrangePlan plan =
                planner.delete(selection("in/", "a", "b/"), Cancellation.never(), told::add);
        assertThat(ways(plan))
                .containsExactly(
                        "DELETE CHOSEN in/a -> -",
                        "DELETE CHOSEN in/b/c -> -",
                        "DELETE CHOSEN in/b/d -> -");
        assertThat(told).last().isEqualTo(3L);
        assertThat(plan.existing()).isZero();
    }

    @Test
    void planningTellsHowFarItIsAndCanBeCancelled() {
        for (int i = 0; i < 2500; i++) {
            store.putText("in/f/" + i, "x");
        }
        List<Long> told = new ArrayList<>();
        Cancellation cancellation = new Cancellation();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        planner.move(
                                selection("in/", "f/"),
                                new Prefix(BUCKET, "to/"),
                                TakenKeyPolicy.SKIP,
                                cancellation,
                                count -> {
                                    told.add(count);
                                    cancellation.cancel();
                                }));
        assertThat(told).containsExactly(1000L);
    }

    private static FailureException denied(ObjectAddress address) {
        return new FailureException(
                new Failure.AccessDenied(
                        "s3:ListBucket",
                        new Attempt("ListObjectsV2", address.bucket()),
                        Technical.of("")));
    }

    private void put(String... keys) {
        for (String key : keys) {
            store.putText(key, key.endsWith("/") ? "" : key);
        }
    }

    /** Names below a place; those that end in a slash are folders. */
    private RearrangeSelection selection(String base, String... names) {
        return new RearrangeSelection(
                new Prefix(BUCKET, base),
                Arrays.stream(names)
                        .filter(name -> !name.endsWith("/"))
                        .map(name -> store.entry(base + name))
                        .toList(),
                Arrays.stream(names)
                        .filter(name -> name.endsWith("/"))
                        .map(name -> new Prefix(BUCKET, base + name))
                        .toList());
    }

    private RearrangePlan copy(RearrangeSelection of, String target, TakenKeyPolicy policy) {
        return planner.copy(of, new Prefix(BUCKET, target), policy, Cancellation.never(), NOBODY);
    }

    private RearrangePlan move(RearrangeSelection of, String target, TakenKeyPolicy policy) {
        return planner.move(of, new Prefix(BUCKET, target), policy, Cancellation.never(), NOBODY);
    }

    private RearrangePlan rename(RearrangeSelection of, String name) {
        return planner.rename(of, name, TakenKeyPolicy.SKIP, Cancellation.never(), NOBODY);
    }

    private static List<String> ways(RearrangePlan plan) {
        return plan.objects().stream()
                .map(o ->
                        o.action()
                                + " "
                                + o.reason()
                                + " "
                                + o.source().key()
                                + " -> "
                                + o.target().map(ObjectAddress::key).orElse("-"))
                .toList();
    }
}
