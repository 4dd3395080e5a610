package org.outturn.upload;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.NumberedName;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.StoreOptions;

/**
 * Makes of what was found out about files what is to become of them.
 *
 * @param taken keys that a number must not lead to; those that it leads to are added
 */
record Decision(OverwritePolicy policy, UploadOptions options, Set<String> taken) {

    /** Whether there is an object of the file's key. */
    static boolean isTaken(UploadReason finding) {
        return switch (finding) {
            case OTHER_SIZE,
                    OTHER_CONTENT,
                    OTHER_TIME,
                    NOT_COMPARABLE,
                    LOCAL_NEWER,
                    SAME_CONTENT,
                    SAME_TIME,
                    SAME_SIZE ->
                    true;
            default -> false;
        };
    }

    /**
     * @param choice what the operator has said of this file; null if nothing
     */
    PlannedFile of(Candidate c, @Nullable FileChoice choice) {
        UploadReason finding = c.finding();
        if (finding == UploadReason.EMPTY_FOLDER) {
            boolean kept = options.emptyFolders() && c.target().isPresent();
            return planned(c, kept ? UploadAction.CREATE : UploadAction.SKIP, finding);
        }
        boolean possible = isTaken(finding) || isFree(finding);
        if (!possible) {
            return planned(c, usual(finding), finding);
        }
        PlannedFile file = choice == null ? byPolicy(c) : byChoice(c, choice);
        boolean tooLarge =
                choice == null && file.size() > options.mostBytes() && isStored(file.action());
        return tooLarge ? planned(c, UploadAction.SKIP, UploadReason.OVER_LIMIT) : file;
    }

    private PlannedFile byChoice(Candidate c, FileChoice choice) {
        boolean there = isTaken(c.finding());
        return switch (choice) {
            case SKIP -> planned(c, UploadAction.SKIP, UploadReason.LEFT_OUT);
            case KEEP_BOTH -> there ? numbered(c) : planned(c, UploadAction.CREATE, c.finding());
            case STORE ->
                    there
                            ? planned(c, UploadAction.REPLACE, UploadReason.REPLACED_ANYWAY)
                            : planned(c, UploadAction.CREATE, c.finding());
        };
    }

    private PlannedFile byPolicy(Candidate c) {
        UploadReason finding = c.finding();
        if (isTaken(finding)) {
            return switch (policy) {
                case SKIP_EXISTING -> planned(c, UploadAction.SKIP, UploadReason.EXISTS);
                case REPLACE_ALL -> planned(c, UploadAction.REPLACE, UploadReason.REPLACED_ANYWAY);
                case KEEP_BOTH -> numbered(c);
                case REPLACE_DIFFERENT -> planned(c, usual(finding), finding);
                case ASK ->
                        isStored(usual(finding))
                                ? planned(c, UploadAction.SKIP, UploadReason.UNDECIDED)
                                : planned(c, usual(finding), finding);
            };
        }
        if (finding == UploadReason.NOT_COMPARED && policy == OverwritePolicy.REPLACE_ALL) {
            return planned(c, UploadAction.REPLACE, finding);
        }
        return planned(c, usual(finding), finding);
    }

    private PlannedFile numbered(Candidate c) {
        ObjectAddress there = c.target().orElseThrow();
        for (int number = 2; ; number++) {
            String key = NumberedName.of(there.key(), number);
            if (!Keys.fits(key)) {
                return c.planned(
                        Optional.empty(), UploadAction.REFUSE, UploadReason.KEY_TOO_LONG, store(c));
            }
            if (taken.add(key)) {
                return c.planned(
                        Optional.of(new ObjectAddress(there.bucket(), key)),
                        UploadAction.CREATE,
                        UploadReason.NUMBERED,
                        store(c));
            }
        }
    }

    private PlannedFile planned(Candidate c, UploadAction action, UploadReason reason) {
        return c.planned(c.target(), action, reason, store(c));
    }

    /** Only JSON is worth compressing: the other outputs are compressed already. */
    private StoreOptions store(Candidate c) {
        StoreOptions store = options.store();
        boolean json = ContentTypes.of(c.local().name()).equals("application/json");
        return json || store.contentEncoding().isEmpty() ? store : store.withContentEncoding("");
    }

    private static boolean isFree(UploadReason finding) {
        return finding == UploadReason.NEW || finding == UploadReason.NOT_COMPARED;
    }

    private static boolean isStored(UploadAction action) {
        return action == UploadAction.CREATE || action == UploadAction.REPLACE;
    }

    private static UploadAction usual(UploadReason finding) {
        return switch (finding) {
            case NEW, NOT_COMPARED, NUMBERED -> UploadAction.CREATE;
            case OTHER_SIZE,
                    OTHER_CONTENT,
                    OTHER_TIME,
                    NOT_COMPARABLE,
                    LOCAL_NEWER,
                    REPLACED_ANYWAY ->
                    UploadAction.REPLACE;
            case SAME_CONTENT,
                    SAME_TIME,
                    SAME_SIZE,
                    EXISTS,
                    UNDECIDED,
                    LEFT_OUT,
                    OVER_LIMIT,
                    JUNK,
                    EMPTY_FOLDER ->
                    UploadAction.SKIP;
            case LINK,
                    UNREADABLE,
                    SPECIAL_FILE,
                    VANISHED,
                    KEY_TOO_LONG,
                    NAME_UNREADABLE,
                    SAME_KEY ->
                    UploadAction.REFUSE;
        };
    }
}
