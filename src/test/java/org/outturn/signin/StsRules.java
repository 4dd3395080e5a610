package org.outturn.signin;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** How the STS of the stand-in is to behave; may be changed while it runs. */
public final class StsRules {
    private final Directory directory;
    private final Map<String, String> devices = new ConcurrentHashMap<>();
    private final Map<String, String> externalIds = new ConcurrentHashMap<>();
    private final Map<String, String> webTokens = new ConcurrentHashMap<>();
    private volatile String forced = "";
    private volatile Function<Instant, IssuedKeys> keys;

    StsRules(Directory directory) {
        this.directory = directory;
        this.keys = directory::made;
    }

    /** Has a role ask for the code of a device. */
    public StsRules mfa(String roleArn, String serial, String code) {
        devices.put(roleArn, serial + " " + code);
        return this;
    }

    /** Has a role ask for an external id. */
    public StsRules externalId(String roleArn, String id) {
        externalIds.put(roleArn, id);
        return this;
    }

    /** Lets whoever has a token of an identity provider be a role. */
    public StsRules webIdentity(String roleArn, String token) {
        webTokens.put(roleArn, token);
        return this;
    }

    /** What sessions get as keys, by when they end; keys for STS alone unless said. */
    public StsRules keys(Function<Instant, IssuedKeys> gives) {
        keys = gives;
        return this;
    }

    /** An error to answer everything with, for instance {@code AccessDenied}; empty for none. */
    public StsRules error(String code) {
        forced = code;
        return this;
    }

    String forced() {
        return forced;
    }

    IssuedKeys issue(Instant until) {
        IssuedKeys issued = keys.apply(until);
        directory.user(issued.accessKeyId(), issued.secretAccessKey());
        return issued;
    }

    boolean rightDevice(String role, String serial, String code) {
        String wanted = devices.get(role);
        return wanted == null || wanted.equals(serial + " " + code);
    }

    boolean rightExternalId(String role, String id) {
        String wanted = externalIds.get(role);
        return wanted == null || wanted.equals(id);
    }

    boolean rightWebToken(String role, String token) {
        return token.equals(webTokens.get(role));
    }
}
