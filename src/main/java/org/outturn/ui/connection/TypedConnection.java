package org.outturn.ui.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.SignIn;

/**
 * What an operator typed into the form, as typed. The secret and the token do not print.
 *
 * @param endpoint empty for AWS; {@code https://} is added where no scheme is given
 */
record TypedConnection(
        String endpoint,
        String region,
        String accessKey,
        String secretKey,
        String sessionToken,
        String bucket,
        Addressing addressing) {

    /** Which field is wrong, and the key of the text that says how. */
    record Complaint(String field, String messageKey) {}

    /** The first thing that is wrong, top to bottom; nothing when the form will do. */
    Optional<Complaint> complaint() {
        if (!endpoint.isBlank() && endpointUri().isEmpty()) {
            return Optional.of(new Complaint("endpoint", "connection.endpoint.bad"));
        }
        if (endpoint.isBlank() && region.isBlank()) {
            return Optional.of(new Complaint("region", "connection.region.missing"));
        }
        if (accessKey.isBlank()) {
            return Optional.of(new Complaint("accessKey", "connection.accessKey.missing"));
        }
        if (secretKey.isBlank()) {
            return Optional.of(new Complaint("secretKey", "connection.secretKey.missing"));
        }
        return Optional.empty();
    }

    /** Call only when there is no complaint. */
    Connection toConnection() {
        Optional<URI> uri = endpointUri();
        String name = uri.map(URI::getAuthority).orElse("AWS " + region.strip());
        var credentials =
                new Credentials(accessKey.strip(), secretKey.strip(), sessionToken.strip());
        return new Connection(
                name,
                uri,
                region.isBlank() ? "us-east-1" : region.strip(),
                addressing,
                new SignIn.Keys(credentials),
                Optional.of(bucket.strip()).filter(b -> !b.isEmpty()));
    }

    private Optional<URI> endpointUri() {
        String text = endpoint.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.toLowerCase(Locale.ROOT).matches("[a-z][a-z0-9+.-]*://.*")) {
            text = "https://" + text;
        }
        try {
            var uri = new URI(text);
            boolean http =
                    "http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme());
            boolean plain =
                    uri.getRawQuery() == null
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null;
            return http && plain && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "TypedConnection[" + endpoint + ", " + accessKey + ", ***]";
    }
}
