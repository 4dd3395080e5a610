package org.outturn.ui.transfers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.outturn.storage.ObjectAddress;
import org.outturn.transfer.TransferSnapshot;

/**
 * Which transfers the panel shows.
 *
 * @param words in lower case; all of them occur in the object's key, or in the file's path where
 *     there is no key
 */
record RowFilter(List<String> words, StateFilter states) {
    static final RowFilter NONE = new RowFilter(List.of(), StateFilter.ALL);

    static RowFilter of(String text, StateFilter states) {
        String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return new RowFilter(Arrays.stream(words).filter(word -> !word.isEmpty()).toList(), states);
    }

    /** Whether everything is shown. */
    boolean isNone() {
        return words.isEmpty() && states == StateFilter.ALL;
    }

    /** Whether what it shows may change without a transfer coming or going. */
    boolean looksAtStates() {
        return states != StateFilter.ALL;
    }

    boolean shows(TransferSnapshot transfer) {
        return states.shows(transfer.state()) && (words.isEmpty() || named(transfer));
    }

    private boolean named(TransferSnapshot transfer) {
        String name =
                transfer.address()
                        .map(ObjectAddress::key)
                        .orElseGet(() -> transfer.file().toString())
                        .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(name::contains);
    }
}
