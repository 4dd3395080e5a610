package org.outturn.ui.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.outturn.storage.FolderStore;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;
import org.outturn.tagging.KeyDay;

class TagSearchTest {
    private static final Prefix ROOT = Prefix.root(FolderStore.BUCKET);

    @TempDir Path folder;
    private FolderStore store;
    private final AtomicLong found = new AtomicLong();

    @BeforeEach
    void fill() {
        store = new FolderStore(folder);
        IntStream.range(0, 50).forEach(i -> store.putText("a/deep/" + i, "x"));
        store.putText("a/x", "x");
        store.putText("b/2026-03-09/x", "x");
        store.putText("c", "x");
    }

    @Test
    void eachObjectCountsOnceThoughItIsChosenTwice() {
        TagSubjects all =
                find(
                        1000,
                        List.of(at("c"), at("a/x")),
                        List.of(ROOT.child("a"), ROOT.child("a").child("deep"), ROOT.child("b")));

        assertThat(all.objects()).hasSize(53).doesNotHaveDuplicates().startsWith(at("c"));
        assertThat(all.more()).isFalse();
        assertThat(all.withoutDay()).isEqualTo(52);
        assertThat(found.get()).isEqualTo(54);
    }

    @Test
    void saysWhenThereAreMoreThanItLooksFor() {
        TagSubjects some = find(10, List.of(at("c")), List.of(ROOT.child("a")));

        assertThat(some.objects()).hasSize(10).startsWith(at("c"));
        assertThat(some.more()).isTrue();
        assertThat(find(10, IntStream.range(0, 10).mapToObj(i -> at("k" + i)).toList(), List.of()))
                .satisfies(all -> assertThat(all.more()).isFalse())
                .satisfies(all -> assertThat(all.objects()).hasSize(10));
    }

    @Test
    void whatCannotBeListedIsSaid() {
        store.disturb((operation, address, cancellation) -> {
            throw new FailureException(
                    new Failure.AccessDenied(
                            "s3:ListBucket",
                            new Attempt(operation, address.s3Uri()),
                            Technical.of("")));
        });

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> find(10, List.of(), List.of(ROOT.child("a"))))
                .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.AccessDenied.class));
    }

    @Test
    void canBeCancelled() {
        var cancellation = new Cancellation();
        store.disturb((operation, address, its) -> {
            cancellation.cancel();
            its.check();
        });

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        new TagSearch(store, a -> KeyDay.of(a.key(), ZoneOffset.UTC), 10)
                                .find(
                                        List.of(),
                                        List.of(ROOT.child("a")),
                                        found::set,
                                        cancellation));
    }

    private TagSubjects find(int most, List<ObjectAddress> chosen, List<Prefix> folders) {
        return new TagSearch(store, a -> KeyDay.of(a.key(), ZoneOffset.UTC), most)
                .find(chosen, folders, found::set, Cancellation.never());
    }

    private static ObjectAddress at(String key) {
        return new ObjectAddress(FolderStore.BUCKET, key);
    }
}
