package org.outturn.records;

/**
 * One line of a record's {@code s3Urls}.
 *
 * @param name a file's name with {@code .} as {@code _}, for instance {@code all_products_json}, or
 *     a folder's with {@code _dir}, for instance {@code pdfs_dir}
 * @param url where the scraper says it is, as it wrote it: folders end in a slash in its guide and
 *     do not in what it writes
 */
public record RecordedUrl(String name, String url) {
    private static final String FOLDER = "_dir";

    /** The line for a file. */
    public static String nameOfFile(String fileName) {
        return fileName.replace('.', '_');
    }

    /** The line for a folder, for instance {@code pdfs}. */
    public static String nameOfFolder(String folder) {
        return folder + FOLDER;
    }

    /** Whether this is the line of a file of this name. */
    public boolean isFile(String fileName) {
        return name.equals(nameOfFile(fileName));
    }

    /** Whether this is the line of a folder of this name. */
    public boolean isFolder(String folder) {
        return name.equals(nameOfFolder(folder));
    }

    /** The address in the one form of its kind: a folder's ends in a slash. */
    public String address() {
        return name.endsWith(FOLDER) && !url.endsWith("/") ? url + "/" : url;
    }
}
