package org.outturn.download;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;

/**
 * Gives every object of a download its place: inside the chosen folder, no two the same on any
 * disk, and the same again the next time. Folders choose their names first, so when {@code a} and
 * {@code a/b} are both objects, {@code a} is the one that gets a number.
 */
final class LocalNames {
    private final Prefix base;
    private final String level;
    private final LocalFolder root;

    LocalNames(Prefix base, Path folder) {
        this.base = base;
        // what is looked at may be half a name: "job_2025"
        this.level = base.value().substring(0, base.value().lastIndexOf('/') + 1);
        this.root = new LocalFolder(folder, "");
    }

    /**
     * @param entries in the order of their keys, each key once
     */
    List<FoundObject> place(Collection<ObjectEntry> entries) {
        entries.forEach(entry -> folderOf(entry));
        List<Named> named = entries.stream().map(this::named).toList();
        List<FoundObject> found = new ArrayList<>(named.size());
        for (Named one : named) {
            found.add(one.found(base.bucket()));
        }
        return found;
    }

    private Named named(ObjectEntry entry) {
        LocalFolder folder = folderOf(entry);
        if (isFolder(entry)) {
            return new Named(entry, below(entry.key()), folder, null);
        }
        String plain = below(entry.key());
        String extension = KnownExtensions.missing(entry.key()).orElse("");
        String last = plain.substring(plain.lastIndexOf('/') + 1) + extension;
        return new Named(entry, plain, folder, folder.giveFileName(last));
    }

    private LocalFolder folderOf(ObjectEntry entry) {
        String plain = below(entry.key());
        LocalFolder folder = root;
        int start = 0;
        for (int slash = plain.indexOf('/'); slash >= 0; slash = plain.indexOf('/', start)) {
            folder = folder.child(plain.substring(start, slash));
            start = slash + 1;
        }
        return folder;
    }

    private String below(String key) {
        return key.startsWith(level)
                ? key.substring(level.length())
                : new ObjectAddress(base.bucket(), key).name();
    }

    private static boolean isFolder(ObjectEntry entry) {
        return entry.size() == 0 && entry.key().endsWith("/");
    }

    /** An object whose name is chosen, before it is held against the disk. */
    private record Named(
            ObjectEntry entry, String plain, LocalFolder folder, @Nullable String fileName) {

        FoundObject found(String bucket) {
            LocalFolder.Meets meets =
                    fileName == null ? LocalFolder.Meets.NOTHING : folder.meets(fileName);
            String other = null;
            if (fileName != null && meets != LocalFolder.Meets.NOTHING) {
                other = folder.name() + folder.giveUnusedName(fileName);
            }
            return new FoundObject(
                    new ObjectAddress(bucket, entry.key()),
                    entry.size(),
                    entry.modified(),
                    plain,
                    fileName == null ? folder.name() : folder.name() + fileName,
                    meets,
                    other,
                    fileName == null,
                    entry.etag());
        }
    }
}
