package org.outturn.ui.connection;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.outturn.connection.Connection;
import org.outturn.connection.Identity;
import org.outturn.connection.Mark;
import org.outturn.connection.SignIn;
import org.outturn.storage.Prefix;
import org.outturn.ui.common.Messages;

/** What a row of the list says of its connection. */
final class RowWords {
    private final Messages messages;

    RowWords(Messages messages) {
        this.messages = messages;
    }

    /** Where the list has it. */
    String group(Connection connection) {
        return messages.text("connection.group." + groupOf(connection));
    }

    private static String groupOf(Connection connection) {
        return switch (connection.identity().origin()) {
            case SAVED, TYPED, ENV_FILE -> "saved";
            case PROFILE -> "profiles";
            case ENVIRONMENT -> "environment";
            case SAMPLE -> "sample";
        };
    }

    /** As whom it signs, in words. */
    String kind(Connection connection) {
        if (connection.identity().origin() == Identity.Origin.SAMPLE) {
            return messages.text("connection.row.sample");
        }
        if (connection.identity().origin() == Identity.Origin.ENVIRONMENT) {
            return messages.text("connection.row.environment");
        }
        return switch (connection.signIn()) {
            case SignIn.SavedKeys(String id, String entry) ->
                    id.isBlank()
                            ? messages.text("connection.row.noKeys")
                            : messages.text(
                                    entry.isEmpty()
                                            ? "connection.row.typedKeys"
                                            : "connection.row.keyring",
                                    id);
            case SignIn.Keys(var keys) ->
                    messages.text("connection.row.typedKeys", keys.accessKeyId());
            case SignIn.Profile(String name) ->
                    connection.identity().origin() == Identity.Origin.PROFILE
                            ? messages.text("connection.kind.PROFILE")
                            : messages.text("connection.row.profile", name);
            case SignIn.SingleSignOn(_, String account, String role) ->
                    messages.text("connection.row.sso", role, account);
            case SignIn.EnvFile(var file, _) ->
                    messages.text("connection.row.env", file.toString());
            case SignIn.Environment _ -> messages.text("connection.kind.ENVIRONMENT");
            case SignIn.Machine _ -> messages.text("connection.kind.MACHINE");
        };
    }

    /** Where it leads. */
    String place(Connection connection) {
        if (connection.identity().origin() == Identity.Origin.SAMPLE) {
            return "";
        }
        String server =
                connection
                        .endpoint()
                        .map(uri ->
                                uri.getAuthority() + (uri.getPath() == null ? "" : uri.getPath()))
                        .orElse(messages.text("connection.aws"));
        String there = server + " · " + connection.region();
        return connection.pinned().map(pinned -> bucket(pinned) + " · " + there).orElse(there);
    }

    private static String bucket(Prefix pinned) {
        return pinned.isRoot() ? pinned.bucket() : pinned.bucket() + "/" + pinned.value();
    }

    static Ikon icon(Connection connection) {
        return switch (connection.identity().origin()) {
            case SAMPLE -> MaterialDesignP.PACKAGE_VARIANT_CLOSED;
            case ENVIRONMENT -> MaterialDesignC.CONSOLE;
            default ->
                    switch (connection.signIn()) {
                        case SignIn.Keys _, SignIn.SavedKeys _ -> MaterialDesignK.KEY_OUTLINE;
                        case SignIn.Profile _ -> MaterialDesignA.ACCOUNT_CIRCLE_OUTLINE;
                        case SignIn.SingleSignOn _ -> MaterialDesignA.ACCOUNT_KEY_OUTLINE;
                        case SignIn.EnvFile _ -> MaterialDesignF.FILE_COG_OUTLINE;
                        case SignIn.Environment _ -> MaterialDesignC.CONSOLE;
                        case SignIn.Machine _ -> MaterialDesignS.SERVER;
                    };
        };
    }

    /** The style class of a colour. */
    static String style(Mark mark) {
        return "mark-" + mark.name().toLowerCase(Locale.ROOT);
    }

    String mark(Mark mark) {
        return messages.text("connection.mark." + mark);
    }

    boolean isSaved(Connection connection) {
        return connection.identity().origin() == Identity.Origin.SAVED;
    }
}
