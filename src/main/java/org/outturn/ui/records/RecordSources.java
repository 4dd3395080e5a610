package org.outturn.ui.records;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outturn.evidence.Witnesses;
import org.outturn.failure.Failure;
import org.outturn.records.JobRecordSource;
import org.outturn.records.Secret;
import org.outturn.storage.Cancellation;
import org.outturn.ui.common.TaskRunner;

/**
 * Where job records are read for the open connection. Addresses are kept with the settings; tokens
 * and passwords are known only while the program runs. Used on the JavaFX thread.
 */
public final class RecordSources implements AutoCloseable {
    private final TaskRunner tasks;
    private final RecordMemory memory;
    private final InstantSource clock;
    private final JobRecordSource own;
    private final Outside outside;

    /** What was agreed to since the start, by connection. */
    private final Map<String, TypedSources> used = new HashMap<>();

    private String connection = "";
    private List<JobRecordSource> open = List.of();

    /**
     * Who is told.
     *
     * @param witnesses takes those that are asked from now on
     * @param secret takes what must never be written down
     */
    public record Outside(Consumer<Witnesses> witnesses, Consumer<String> secret) {}

    /**
     * @param own this program's own uploads; stays the caller's
     */
    public RecordSources(
            TaskRunner tasks,
            RecordMemory memory,
            InstantSource clock,
            JobRecordSource own,
            Outside outside) {
        this.tasks = tasks;
        this.memory = memory;
        this.clock = clock;
        this.own = own;
        this.outside = outside;
    }

    /** A connection was opened: its records are asked, and those of the one before no more. */
    public void connected(@Nullable String name) {
        connection = name == null ? "" : name;
        ask(used.get(connection));
    }

    private void ask(@Nullable TypedSources typed) {
        List<JobRecordSource> before = open;
        Optional<JobRecordSource> api =
                Optional.ofNullable(typed).flatMap(sources -> sources.api(clock));
        Optional<JobRecordSource> database =
                Optional.ofNullable(typed).flatMap(sources -> sources.database(clock));
        open = Stream.concat(api.stream(), database.stream()).toList();
        outside.witnesses().accept(new Witnesses(own, api, database));
        // that may wait for a server to say goodbye
        tasks.run(
                "close job records",
                _ -> {
                    before.forEach(JobRecordSource::close);
                    return true;
                },
                _ -> {},
                _ -> {});
    }

    String connection() {
        return connection;
    }

    /** What is in use, or was kept. */
    TypedSources typed() {
        TypedSources now = used.get(connection);
        return now != null
                ? now
                : new TypedSources(memory.addresses(connection), new Secret(""), new Secret(""));
    }

    /** Has these asked from now on, for the open connection. */
    void use(TypedSources typed) {
        hide(typed);
        used.put(connection, typed);
        memory.keep(connection, typed.addresses());
        ask(typed);
    }

    private void hide(TypedSources typed) {
        outside.secret().accept(typed.token().value().strip());
        outside.secret().accept(typed.password().value());
    }

    /** Tries the API; one of the two is told unless it is cancelled or nothing was typed. */
    Cancellation testApi(TypedSources typed, Runnable good, Consumer<Failure> bad) {
        hide(typed);
        return test(typed.api(clock), good, bad);
    }

    /** Tries the database, likewise. */
    Cancellation testDatabase(TypedSources typed, Runnable good, Consumer<Failure> bad) {
        hide(typed);
        return test(typed.database(clock), good, bad);
    }

    private Cancellation test(
            Optional<JobRecordSource> typed, Runnable good, Consumer<Failure> bad) {
        if (typed.isEmpty()) {
            return new Cancellation();
        }
        return tasks.run(
                "test job records",
                cancellation -> {
                    try (JobRecordSource source = typed.get()) {
                        source.check(cancellation);
                        return true;
                    }
                },
                _ -> good.run(),
                bad);
    }

    /** Asks nobody any more. */
    @Override
    public void close() {
        open.forEach(source -> Thread.ofVirtual().start(source::close));
        open = List.of();
    }
}
