package org.outturn.connection.dotenv;

import java.util.Optional;

/**
 * Where a pipeline takes its work from. The token does not print.
 *
 * @param address as the file gives it, for instance {@code nats://localhost:4222}
 * @param token what NATS wants to see; empty for nothing
 */
public record NatsAccess(String address, Optional<String> token) {
    @Override
    public String toString() {
        return "NatsAccess[" + token.map(_ -> "with a token").orElse("without a token") + "]";
    }
}
