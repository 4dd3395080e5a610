package org.outturn.signin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Who may be what: accounts, their roles and the keys of each; users of STS beside them. */
public final class Directory {
    private final Map<String, String> accounts = new LinkedHashMap<>();
    private final Map<String, Map<String, Supplier<IssuedKeys>>> roles = new LinkedHashMap<>();
    private final Map<String, String> users = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /** An account that a signed-in user sees, without roles as yet. */
    public synchronized Directory account(String id, String name) {
        accounts.put(id, name);
        roles.putIfAbsent(id, new LinkedHashMap<>());
        return this;
    }

    /** A role of an account, with keys that nobody takes. */
    public Directory role(String account, String role) {
        return role(account, role, () -> made(Instant.now().plusSeconds(3600)));
    }

    /** A role of an account, and what gives its keys each time. */
    public synchronized Directory role(String account, String role, Supplier<IssuedKeys> keys) {
        accounts.putIfAbsent(account, "account " + account);
        roles.computeIfAbsent(account, _ -> new LinkedHashMap<>()).put(role, keys);
        return this;
    }

    /** Keys that STS knows: requests signed with any other are refused. */
    public Directory user(String accessKeyId, String secretAccessKey) {
        users.put(accessKeyId, secretAccessKey);
        return this;
    }

    /** Keys that are good for STS and for nothing else. */
    public IssuedKeys made(Instant expires) {
        int number = count.incrementAndGet();
        var keys =
                new IssuedKeys(
                        "ASIASTANDIN%09d".formatted(number),
                        "stand-in-secret-%024d".formatted(number),
                        "stand-in-session-token-%024d".formatted(number),
                        expires);
        user(keys.accessKeyId(), keys.secretAccessKey());
        return keys;
    }

    synchronized List<Map.Entry<String, String>> accounts() {
        return new ArrayList<>(accounts.entrySet());
    }

    synchronized List<String> roles(String account) {
        return List.copyOf(roles.getOrDefault(account, Map.of()).keySet());
    }

    synchronized Supplier<IssuedKeys> keys(String account, String role) {
        Supplier<IssuedKeys> found = roles.getOrDefault(account, Map.of()).get(role);
        if (found == null) {
            throw new IllegalArgumentException("no such role");
        }
        return found;
    }

    /** The secret of a user of STS; empty when there is no such user. */
    String secret(String accessKeyId) {
        return users.getOrDefault(accessKeyId, "");
    }
}
