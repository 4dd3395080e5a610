package org.outturn.settings;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the scraper's job records are, as the operator typed it. Never a token or a password.
 *
 * @param api the scraper's address; empty for none
 * @param plainAllowed whether the token may go there over a line that is not encrypted
 * @param host of the database; empty for none
 * @param port of the database, as typed
 * @param database its name
 * @param user who asks it
 * @param line how the line to it is protected, a name that {@code records} knows; empty for the
 *     usual way
 */
public record RecordAddresses(
        String api,
        boolean plainAllowed,
        String host,
        String port,
        String database,
        String user,
        String line) {
    /** Nobody has said where they are. */
    public static final RecordAddresses NONE = new RecordAddresses("", false, "", "", "", "", "");

    /** What a file leaves out is empty. */
    public RecordAddresses(
            @Nullable String api,
            boolean plainAllowed,
            @Nullable String host,
            @Nullable String port,
            @Nullable String database,
            @Nullable String user,
            @Nullable String line) {
        this.api = Objects.requireNonNullElse(api, "");
        this.plainAllowed = plainAllowed;
        this.host = Objects.requireNonNullElse(host, "");
        this.port = Objects.requireNonNullElse(port, "");
        this.database = Objects.requireNonNullElse(database, "");
        this.user = Objects.requireNonNullElse(user, "");
        this.line = Objects.requireNonNullElse(line, "");
    }
}
