package org.outturn.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.storage.ServerUnderTest;

/**
 * Whatever goes wrong on the way: everything is there in the end, whole, or is named as not there,
 * and a retry mends it. What becomes of each case is what {@code docs/faults.md} says. The table
 * that has come out is written to the build's folder, to be put there when it is meant to change.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultMatrix {
    private static final Path DOCUMENT = Path.of("docs", "faults.md");

    /** Most of a case is waiting. */
    private static final int AT_A_TIME = 12;

    private final Map<MatrixCase, Future<Outcome>> cases = new LinkedHashMap<>();
    private List<Trouble> troubles = List.of();
    private FaultTable table = new FaultTable(List.of());
    private Ground ground;
    private ExecutorService threads;

    /**
     * Starts the server behind the proxy.
     *
     * @param folder a place for what it stores; not there yet
     */
    abstract ServerUnderTest start(Path folder) throws IOException;

    /** Stops it. */
    abstract void stop() throws IOException;

    @BeforeAll
    void startAll(@TempDir Path folder) throws IOException {
        table = FaultTable.read(DOCUMENT);
        ground = new Ground(start(folder.resolve("server")), folder);
        troubles = Troubles.all(ground.server().region(), MatrixCase.TIMEOUTS.silence());
        threads = Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory());
        List<MatrixCase> all = new ArrayList<>();
        for (Trouble trouble : troubles) {
            for (boolean lasting : List.of(false, true)) {
                trouble.loads().forEach(load -> all.add(new MatrixCase(trouble, load, lasting)));
            }
        }
        // the longest first: the last trouble of all takes half a minute with a folder
        List<MatrixCase> order = new ArrayList<>(all.reversed());
        order.sort(Comparator.comparing(one -> !(one.lasting() && one.load() == Load.FOLDER)));
        Map<MatrixCase, Future<Outcome>> begun = new HashMap<>();
        order.forEach(one -> begun.put(one, begin(one, begun.size())));
        all.forEach(one -> cases.put(one, begun.get(one)));
    }

    private Future<Outcome> begin(MatrixCase one, int number) {
        return threads.submit(() -> one.run(ground, "case-" + number));
    }

    @AfterAll
    void endAll() throws IOException, InterruptedException {
        Files.writeString(
                Path.of("target", getClass().getSimpleName() + ".md"),
                FaultTable.of(troubles, outcomes()).text());
        threads.shutdownNow();
        ground.close();
        stop();
    }

    private Map<MatrixCase, String> outcomes() throws InterruptedException {
        Map<MatrixCase, String> outcomes = new HashMap<>();
        for (Map.Entry<MatrixCase, Future<Outcome>> one : cases.entrySet()) {
            try {
                outcomes.put(one.getKey(), one.getValue().get().cell());
            } catch (ExecutionException e) {
                outcomes.put(one.getKey(), "**fails**");
            }
        }
        return outcomes;
    }

    @TestFactory
    Stream<DynamicTest> eachCaseEndsAsTheTableSays() {
        return cases.entrySet().stream()
                .map(one ->
                        DynamicTest.dynamicTest(
                                one.getKey().name(),
                                () ->
                                        assertThat(table.promised(one.getKey()))
                                                .as("says the table")
                                                .contains(one.getValue().get().cell())));
    }

    @Test
    void theTableHasNoOtherRowsAndCells() throws InterruptedException {
        assertThat(table.outline()).isEqualTo(FaultTable.of(troubles, outcomes()).outline());
    }
}
