package org.outturn.ui.records;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.outturn.records.DatabaseAddress;
import org.outturn.records.DatabaseAddress.Line;
import org.outturn.records.JobRecordSource;
import org.outturn.records.ScraperAddress;
import org.outturn.records.ScraperApi;
import org.outturn.records.ScraperDatabase;
import org.outturn.records.Secret;
import org.outturn.settings.RecordAddresses;

/**
 * What an operator typed, as typed. Token and password do not print.
 *
 * @param token for the scraper's API; empty while nobody gave one
 * @param password for the database; may be empty
 */
record TypedSources(RecordAddresses addresses, Secret token, Secret password) {
    private static final String PORT = "[0-9]{1,5}";

    boolean hasApi() {
        return !addresses.api().isBlank() || !token.value().isBlank();
    }

    boolean hasDatabase() {
        return !addresses.host().isBlank()
                || !addresses.database().isBlank()
                || !addresses.user().isBlank();
    }

    /** Whether the token would go over a line that others can read. */
    boolean isOpenToOthers() {
        return apiAddress().filter(address -> !address.isPrivate()).isPresent();
    }

    /** The key of what is wrong with the API's part; empty if nothing is, or nothing is there. */
    Optional<String> apiComplaint() {
        if (!hasApi()) {
            return Optional.empty();
        }
        if (apiAddress().isEmpty()) {
            return Optional.of("records.api.bad");
        }
        if (token.value().isBlank()) {
            return Optional.of("records.token.missing");
        }
        return isOpenToOthers() && !addresses.plainAllowed()
                ? Optional.of("records.plain.needed")
                : Optional.empty();
    }

    /** The key of what is wrong with the database's part; empty as above. */
    Optional<String> databaseComplaint() {
        if (!hasDatabase()) {
            return Optional.empty();
        }
        if (addresses.host().isBlank()) {
            return Optional.of("records.host.missing");
        }
        if (port().isEmpty()) {
            return Optional.of("records.port.bad");
        }
        return addresses.database().isBlank() || addresses.user().isBlank()
                ? Optional.of("records.database.missing")
                : Optional.empty();
    }

    private Optional<ScraperAddress> apiAddress() {
        return addresses.api().isBlank() ? Optional.empty() : ScraperAddress.of(addresses.api());
    }

    private Optional<Integer> port() {
        String typed = addresses.port().strip();
        if (typed.isEmpty()) {
            return Optional.of(DatabaseAddress.USUAL_PORT);
        }
        return typed.matches(PORT)
                ? Optional.of(Integer.parseInt(typed)).filter(port -> port >= 1 && port <= 65_535)
                : Optional.empty();
    }

    /** As it was chosen, or as usual for the host. */
    Line line() {
        return Arrays.stream(Line.values())
                .filter(line -> line.name().equals(addresses.line()))
                .findFirst()
                .orElseGet(() -> DatabaseAddress.usualLine(addresses.host()));
    }

    /** The API; empty if nothing was typed, or something is wrong with it. */
    Optional<JobRecordSource> api(InstantSource clock) {
        return apiComplaint().isPresent()
                ? Optional.empty()
                : apiAddress()
                        .map(address ->
                                new ScraperApi(address, token, addresses.plainAllowed(), clock));
    }

    /** The database; empty as above. */
    Optional<JobRecordSource> database(InstantSource clock) {
        if (!hasDatabase() || databaseComplaint().isPresent()) {
            return Optional.empty();
        }
        var address =
                new DatabaseAddress(
                        addresses.host().strip(),
                        port().orElseThrow(),
                        addresses.database().strip(),
                        addresses.user().strip(),
                        line());
        return Optional.of(new ScraperDatabase(address, password, clock));
    }
}
