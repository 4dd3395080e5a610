package org.outturn.connection.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.outturn.connection.Credentials;

/**
 * How keys are written into a keyring: in texts that are short enough for every keyring. Windows
 * takes 2,560 bytes (wincred.h, {@code CRED_MAX_CREDENTIAL_BLOB_SIZE}), which are 1,280 characters;
 * a session token may have more. The first text begins with how many others there are.
 */
final class EntryText {
    /** In characters. */
    static final int LONGEST = 1200;

    private static final char LINE = '\n';

    private EntryText() {}

    static List<String> texts(Credentials keys) {
        String whole =
                keys.accessKeyId() + LINE + keys.secretAccessKey() + LINE + keys.sessionToken();
        var texts = new ArrayList<String>();
        for (int from = 0; from < whole.length(); from += LONGEST) {
            texts.add(whole.substring(from, Math.min(whole.length(), from + LONGEST)));
        }
        texts.set(0, (texts.size() - 1) + "" + LINE + texts.getFirst());
        return texts;
    }

    /** How many texts follow a first one; 0 when it is none of ours. */
    static int more(String first) {
        int end = first.indexOf(LINE);
        try {
            return end < 0 ? 0 : Math.clamp(Integer.parseInt(first.substring(0, end)), 0, 99);
        } catch (NumberFormatException notOurs) {
            return 0;
        }
    }

    /** The keys; nothing when the texts are none of ours. */
    static Optional<Credentials> keys(List<String> texts) {
        String whole = String.join("", texts);
        String[] lines = whole.split("\n", -1);
        boolean ours = lines.length == 4 && !lines[1].isBlank() && !lines[2].isBlank();
        return ours ? Optional.of(new Credentials(lines[1], lines[2], lines[3])) : Optional.empty();
    }
}
