package org.outturn.upload;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.outturn.storage.NumberedName;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;

/**
 * Everything that planning found out, so that a policy can be applied without looking again.
 *
 * @param candidates in the order of the plan
 * @param numbered keys in the bucket that look like {@code name (2).ext}
 */
record UploadSurvey(
        Prefix target, Comparison comparison, List<Candidate> candidates, Set<String> numbered) {

    /** How many files that can be stored meet an object of their key. */
    int existing() {
        return (int) candidates.stream().filter(c -> isTaken(c.finding())).count();
    }

    List<PlannedFile> decide(OverwritePolicy policy) {
        Set<String> used = new HashSet<>();
        if (policy == OverwritePolicy.KEEP_BOTH) {
            used.addAll(numbered);
            candidates.forEach(c -> c.target().ifPresent(t -> used.add(t.key())));
        }
        List<PlannedFile> files = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            files.add(decide(candidate, policy, used));
        }
        return files;
    }

    private static PlannedFile decide(Candidate c, OverwritePolicy policy, Set<String> used) {
        UploadReason finding = c.finding();
        if (isTaken(finding)) {
            return switch (policy) {
                case SKIP_EXISTING -> c.planned(c.target(), UploadAction.SKIP, UploadReason.EXISTS);
                case REPLACE_ALL ->
                        c.planned(c.target(), UploadAction.REPLACE, UploadReason.REPLACED_ANYWAY);
                case KEEP_BOTH -> numbered(c, used);
                case REPLACE_DIFFERENT -> c.planned(c.target(), usual(finding), finding);
            };
        }
        if (finding == UploadReason.NOT_COMPARED && policy == OverwritePolicy.REPLACE_ALL) {
            return c.planned(c.target(), UploadAction.REPLACE, finding);
        }
        return c.planned(c.target(), usual(finding), finding);
    }

    private static PlannedFile numbered(Candidate c, Set<String> used) {
        ObjectAddress taken = c.target().orElseThrow();
        for (int number = 2; ; number++) {
            String key = NumberedName.of(taken.key(), number);
            if (!Keys.fits(key)) {
                return c.planned(Optional.empty(), UploadAction.REFUSE, UploadReason.KEY_TOO_LONG);
            }
            if (used.add(key)) {
                ObjectAddress free = new ObjectAddress(taken.bucket(), key);
                return c.planned(Optional.of(free), UploadAction.CREATE, UploadReason.NUMBERED);
            }
        }
    }

    private static boolean isTaken(UploadReason finding) {
        return switch (finding) {
            case OTHER_SIZE, OTHER_CONTENT, LOCAL_NEWER, SAME_CONTENT, SAME_SIZE -> true;
            default -> false;
        };
    }

    private static UploadAction usual(UploadReason finding) {
        return switch (finding) {
            case NEW, NOT_COMPARED, NUMBERED -> UploadAction.CREATE;
            case OTHER_SIZE, OTHER_CONTENT, LOCAL_NEWER, REPLACED_ANYWAY -> UploadAction.REPLACE;
            case SAME_CONTENT, SAME_SIZE, EXISTS, JUNK, EMPTY_FOLDER -> UploadAction.SKIP;
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
