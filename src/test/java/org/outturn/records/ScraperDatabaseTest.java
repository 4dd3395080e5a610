package org.outturn.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.records.DatabaseAddress.Line;
import org.outturn.storage.Cancellation;

/** What needs no database: servers that are none. */
class ScraperDatabaseTest {

    private static ScraperDatabase at(int port, Line line) {
        return new ScraperDatabase(
                new DatabaseAddress("127.0.0.1", port, "scraper", "reader", line),
                new Secret("pw-4be1c27f"),
                InstantSource.system());
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void aClosedDoorIsUnreachable() throws IOException {
        int port;
        try (var socket = listen()) {
            port = socket.getLocalPort();
        }
        try (var records = at(port, Line.OPEN)) {
            assertThatThrownBy(() -> records.check(Cancellation.never()))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure()).isInstanceOf(Failure.Unreachable.class));
        }
    }

    @Test
    void cancellingEndsTheWaitForOneWhoSaysNothing() throws Exception {
        try (var silent = listen();
                var records = at(silent.getLocalPort(), Line.OPEN)) {
            var cancellation = new Cancellation();
            var asked = CompletableFuture.runAsync(() -> records.check(cancellation));
            try (Socket caller = silent.accept()) {
                assertThat(caller.getInputStream().read()).isNotEqualTo(-1);
                cancellation.cancel();

                assertThatThrownBy(() -> asked.get(5, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(CancellationException.class);
            }
        }
    }

    @Test
    void closingEndsTheWaitToo() throws Exception {
        try (var silent = listen()) {
            var records = at(silent.getLocalPort(), Line.OPEN);
            var asked = CompletableFuture.runAsync(() -> records.check(Cancellation.never()));
            try (Socket caller = silent.accept()) {
                assertThat(caller.getInputStream().read()).isNotEqualTo(-1);
                CompletableFuture.runAsync(records::close).get(5, TimeUnit.SECONDS);

                assertThatThrownBy(() -> asked.get(5, TimeUnit.SECONDS)).isNotNull();
            }
        }
    }

    /**
     * A server answers N if it speaks no TLS (PostgreSQL documentation, "SSL Session Encryption").
     */
    @Test
    void thePasswordDoesNotGoOverAnOpenLineUnlessAllowed() throws Exception {
        try (var plain = listen();
                var records = at(plain.getLocalPort(), Line.ENCRYPTED)) {
            var asked = CompletableFuture.runAsync(() -> records.check(Cancellation.never()));
            try (Socket caller = plain.accept()) {
                caller.getInputStream().readNBytes(8);
                caller.getOutputStream().write('N');
                assertThat(caller.getInputStream().readAllBytes()).isEmpty();
            }

            assertThatThrownBy(() -> asked.get(20, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure()).isInstanceOf(Failure.RecordsUnsafe.class));
        }
    }

    @Test
    void thePasswordIsInNoText() {
        try (var records = at(1, Line.OPEN)) {
            assertThatThrownBy(() -> records.check(Cancellation.never()))
                    .satisfies(e -> assertThat(e.toString()).doesNotContain("pw-4be1c27f"));
            assertThat(records.toString()).doesNotContain("pw-4be1c27f");
        }
    }

    @ParameterizedTest
    @CsvSource({"localhost, OPEN", "127.0.0.1, OPEN", "::1, OPEN", "db.example.com, CHECKED"})
    void theUsualLineIsCheckedWhereItLeavesThisComputer(String host, Line line) {
        assertThat(DatabaseAddress.usualLine(host)).isEqualTo(line);
    }
}
