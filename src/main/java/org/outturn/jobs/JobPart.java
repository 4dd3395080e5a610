package org.outturn.jobs;

import java.util.Arrays;

/** What a scraper job's folder has in it, and what of that the scraper uploads by itself. */
public enum JobPart {
    ALL_PRODUCTS("all_products.json", true),
    CATEGORIES("categories.json", true),
    RESULTS("results.json", true),
    PDFS("pdfs/", true),
    SCREENSHOTS("screenshots/", false),
    CATEGORY_FILES("categories/", false),
    /** Files that the scraper does not know. */
    OTHER("", false);

    private final String path;
    private final boolean usual;

    JobPart(String path, boolean usual) {
        this.path = path;
        this.usual = usual;
    }

    /**
     * What a file belongs to.
     *
     * @param path below the job's folder, with {@code /}
     */
    public static JobPart of(String path) {
        return Arrays.stream(values())
                .filter(part -> part != OTHER)
                .filter(part ->
                        part.isFolder() ? path.startsWith(part.path) : path.equals(part.path))
                .findFirst()
                .orElse(OTHER);
    }

    /** A file's name, or a folder's with a slash; empty for everything else. */
    public String path() {
        return path;
    }

    /** Whether it is a folder with any number of files. */
    public boolean isFolder() {
        return path.endsWith("/");
    }

    /** Whether the scraper uploads it unless it is told otherwise. */
    public boolean isUsual() {
        return usual;
    }

    /** For instance {@code job.part.PDFS}. */
    public String messageKey() {
        return "job.part." + name();
    }
}
