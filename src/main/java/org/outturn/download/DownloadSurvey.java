package org.outturn.download;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Everything that planning found out, so that a policy can be applied without looking again.
 *
 * @param folder the chosen folder, absolute
 * @param objects in the order of their keys
 */
record DownloadSurvey(Path folder, List<FoundObject> objects) {

    /** How many objects meet a file of their very name. */
    int existing() {
        return (int) objects.stream().filter(FoundObject::meetsFile).count();
    }

    List<PlannedDownload> decide(ExistingFilePolicy policy) {
        return objects.stream().map(object -> decide(object, policy)).toList();
    }

    /** What becomes of one object if the operator says so. */
    PlannedDownload decide(int index, FileChoice choice) {
        FoundObject o = objects.get(index);
        return switch (choice) {
            case SKIP -> planned(o, DownloadAction.SKIP, DownloadReason.LEFT_OUT);
            case KEEP_BOTH -> o.meetsFile() ? numbered(o) : byDefault(o);
            case WRITE ->
                    o.meetsFile()
                            ? planned(o, DownloadAction.REPLACE, DownloadReason.EXISTS_REPLACED)
                            : byDefault(o);
        };
    }

    private PlannedDownload byDefault(FoundObject o) {
        return decide(o, ExistingFilePolicy.KEEP_BOTH);
    }

    private PlannedDownload decide(FoundObject o, ExistingFilePolicy policy) {
        if (o.folder()) {
            return planned(o, DownloadAction.FOLDER, DownloadReason.FOLDER_PLACEHOLDER);
        }
        return switch (o.meets()) {
            case NOTHING -> planned(o, DownloadAction.CREATE, DownloadReason.NEW);
            // what only looks alike is another file: never replaced, never taken for this one
            case OTHER -> numbered(o);
            case FILE, SAME -> meeting(o, policy);
        };
    }

    private PlannedDownload meeting(FoundObject o, ExistingFilePolicy policy) {
        boolean same = o.meets() == LocalFolder.Meets.SAME;
        return switch (policy) {
            case KEEP_BOTH -> numbered(o);
            case SKIP -> planned(o, DownloadAction.SKIP, DownloadReason.EXISTS_SKIPPED);
            case REPLACE -> planned(o, DownloadAction.REPLACE, DownloadReason.EXISTS_REPLACED);
            case REPLACE_DIFFERENT ->
                    same
                            ? planned(o, DownloadAction.SKIP, DownloadReason.SAME_CONTENT)
                            : planned(o, DownloadAction.REPLACE, DownloadReason.EXISTS_REPLACED);
            case ASK ->
                    planned(
                            o,
                            DownloadAction.SKIP,
                            same ? DownloadReason.SAME_CONTENT : DownloadReason.UNDECIDED);
        };
    }

    private PlannedDownload planned(FoundObject o, DownloadAction action, DownloadReason reason) {
        return planned(o, o.name(), action, reason);
    }

    private PlannedDownload numbered(FoundObject o) {
        String name = Objects.requireNonNull(o.otherName());
        return planned(o, name, DownloadAction.CREATE, DownloadReason.EXISTS_NUMBERED);
    }

    private PlannedDownload planned(
            FoundObject o, String name, DownloadAction action, DownloadReason reason) {
        boolean renamed = !name.equals(o.plainName());
        try {
            Path file = folder.resolve(name).normalize();
            if (file.startsWith(folder)) {
                return planned(o, name, file, renamed, action, reason);
            }
        } catch (InvalidPathException e) {
            // said by the reason below
        }
        return planned(
                o, name, folder, renamed, DownloadAction.REFUSE, DownloadReason.NAME_IMPOSSIBLE);
    }

    private static PlannedDownload planned(
            FoundObject o,
            String name,
            Path file,
            boolean renamed,
            DownloadAction action,
            DownloadReason reason) {
        return new PlannedDownload(
                o.source(), o.size(), o.modified(), name, file, renamed, action, reason);
    }
}
