package org.outturn.storage;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.outturn.aws.KeySource;
import org.outturn.aws.S3StoreOpener;
import org.outturn.aws.Timeouts;
import org.outturn.connection.Connection;

/** A bucket of our own on a server, gone with all that is in it when closed. */
public final class TestBucket implements AutoCloseable {
    private final ObjectStore store;
    private final String name;

    private TestBucket(ObjectStore store, String name) {
        this.store = store;
        this.name = name;
    }

    public static TestBucket create(Connection connection) {
        byte[] random = new byte[6];
        ThreadLocalRandom.current().nextBytes(random);
        ObjectStore store = open(connection);
        String name = "outturn-test-" + HexFormat.of().formatHex(random);
        store.createBucket(name);
        return new TestBucket(store, name);
    }

    /** Opens a store as the program does. */
    public static ObjectStore open(Connection connection) {
        return opener().open(connection);
    }

    /** Opens a store that waits for its server in another way than the program's do. */
    public static ObjectStore open(Connection connection, Timeouts timeouts) {
        return opener().with(timeouts).open(connection);
    }

    private static S3StoreOpener opener() {
        return new S3StoreOpener(KeySource.NOBODY, Bandwidth.unlimited());
    }

    public ObjectStore store() {
        return store;
    }

    public String name() {
        return name;
    }

    public ObjectAddress at(String key) {
        return new ObjectAddress(name, key);
    }

    public ObjectAddress put(String key, byte[] content) {
        store.put(at(key), content, "application/octet-stream", Map.of());
        return at(key);
    }

    /** Everything below a prefix. */
    public List<ObjectEntry> entries(String prefix) {
        List<ObjectEntry> all = new ArrayList<>();
        store.list(
                new Prefix(name, prefix),
                "",
                "",
                Cancellation.never(),
                page -> all.addAll(page.objects()));
        return all;
    }

    public List<String> keys(String prefix) {
        return entries(prefix).stream().map(ObjectEntry::key).toList();
    }

    public boolean has(String key) {
        return store.find(at(key)).isPresent();
    }

    @Override
    public void close() {
        store.delete(name, keys(""), done -> {}, Cancellation.never());
        store.deleteBucket(name);
        store.close();
    }
}
