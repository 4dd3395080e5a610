package org.outturn.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;

/** The places of hostile keys, in a folder that holds things of hostile names already. */
class LocalNamesTest extends HostileKeys {
    private static final List<String> FILES =
            List.of("a", "x.pdf", "_", "b (2)", "\u00e9", "i", "k");

    private static final Path[] FOLDERS = new Path[2];

    @BeforeContainer
    static void makeFolders() throws IOException {
        FOLDERS[0] = Files.createTempDirectory("empty");
        FOLDERS[1] = Files.createTempDirectory("used");
        for (String file : FILES) {
            Files.writeString(FOLDERS[1].resolve(file), "mine");
        }
        Files.createDirectories(FOLDERS[1].resolve("b/a"));
        Files.writeString(FOLDERS[1].resolve("b/b"), "mine");
        Files.createSymbolicLink(FOLDERS[1].resolve("ss"), FOLDERS[0]);
    }

    @AfterContainer
    static void removeFolders() throws IOException {
        for (Path folder : FOLDERS) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Property(tries = 400)
    void insideTheFolderValidAndUniqueOnEveryDisk(@ForAll("keys") List<String> keys) {
        for (Path folder : FOLDERS) {
            DownloadPlan first = plan(folder, keys, ExistingFilePolicy.KEEP_BOTH);
            for (ExistingFilePolicy policy : ExistingFilePolicy.values()) {
                DownloadPlan plan = first.withPolicy(policy);
                assertThat(plan.objects()).hasSameSizeAs(keys);
                assertThat(plan.count(DownloadAction.REFUSE)).isZero();
                Set<String> taken = new HashSet<>();
                for (PlannedDownload object : plan.objects()) {
                    checkPlace(object, folder);
                    if (object.action() != DownloadAction.FOLDER) {
                        assertThat(taken.add(simpleFold(object.name()))).isTrue();
                    }
                }
                checkNoFileIsAFolder(plan, taken);
            }
        }
    }

    @Property(tries = 200)
    void nothingThatIsThereIsReplacedUnasked(@ForAll("keys") List<String> keys) {
        DownloadPlan careful = plan(FOLDERS[1], keys, ExistingFilePolicy.KEEP_BOTH);
        assertThat(careful.objects())
                .filteredOn(o -> o.action() == DownloadAction.CREATE)
                .noneMatch(o -> Files.exists(o.file()));
        assertThat(plan(FOLDERS[1], keys, ExistingFilePolicy.REPLACE).objects())
                .filteredOn(o -> o.action() == DownloadAction.REPLACE)
                .allMatch(o -> Files.isRegularFile(o.file()) && !Files.isSymbolicLink(o.file()));
    }

    @Property(tries = 200)
    void theSameAgainTheNextTime(@ForAll("keys") List<String> keys) {
        assertThat(plan(FOLDERS[1], keys, ExistingFilePolicy.KEEP_BOTH).objects())
                .isEqualTo(plan(FOLDERS[1], keys, ExistingFilePolicy.KEEP_BOTH).objects());
    }

    private static DownloadPlan plan(Path folder, List<String> keys, ExistingFilePolicy policy) {
        List<ObjectEntry> entries =
                keys.stream().map(k -> new ObjectEntry(k, 0, Instant.EPOCH, "", "")).toList();
        LocalNames names = new LocalNames(Prefix.root("b"), folder);
        return new DownloadPlan(new DownloadSurvey(folder, names.place(entries)), policy);
    }

    private static void checkPlace(PlannedDownload object, Path folder) {
        assertThat(object.file()).startsWithRaw(folder).isEqualTo(folder.resolve(object.name()));
        assertThat(object.file().normalize()).isEqualTo(object.file());
        for (Path segment : folder.relativize(object.file())) {
            // the chosen folder itself is one empty segment
            assertThat(segment.toString().isEmpty() || SafeNamesTest.isValid(segment.toString()))
                    .as(object.name())
                    .isTrue();
        }
        for (Path up = object.file().getParent();
                up.startsWith(folder) && !up.equals(folder);
                up = up.getParent()) {
            assertThat(Files.isSymbolicLink(up) || Files.isRegularFile(up)).isFalse();
        }
    }

    private static void checkNoFileIsAFolder(DownloadPlan plan, Set<String> files) {
        for (PlannedDownload object : plan.objects()) {
            String name = object.name();
            for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
                assertThat(files).doesNotContain(simpleFold(name.substring(0, slash)));
            }
        }
    }

    /** What a disk that takes no notice of case and normalisation would make of it. */
    private static String simpleFold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
