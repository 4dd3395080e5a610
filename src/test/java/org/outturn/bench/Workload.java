package org.outturn.bench;

/**
 * What is moved, and which way.
 *
 * @param up whether from files to objects
 * @param files how many
 * @param bytes of each
 */
record Workload(boolean up, int files, long bytes) {

    boolean small() {
        return files > 1;
    }

    long totalBytes() {
        return files * bytes;
    }

    /** The folder that holds its files, and the prefix of its objects. */
    String folder() {
        return small() ? "small" : "large";
    }

    @Override
    public String toString() {
        String size =
                bytes >= 1 << 20
                        ? (bytes >> 20) + " MiB"
                        : String.format("%.0f KiB", bytes / 1024.0);
        return "%,d x %s %s".formatted(files, size, up ? "up" : "down");
    }
}
