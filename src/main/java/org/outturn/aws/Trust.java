package org.outturn.aws;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.TlsTrustManagersProvider;

/** Whose certificates are believed. The same for short requests and for transfers. */
final class Trust implements TlsTrustManagersProvider {
    private final @Nullable KeyStore authorities;

    private Trust(@Nullable KeyStore authorities) {
        this.authorities = authorities;
    }

    /** What the Java runtime trusts. */
    static Trust ofTheRuntime() {
        return new Trust(null);
    }

    /** What a store of certificates holds. */
    static Trust in(KeyStore authorities) {
        return new Trust(authorities);
    }

    @Override
    public TrustManager[] trustManagers() {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the trusted certificates cannot be read", e);
        }
    }
}
