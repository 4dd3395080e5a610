package org.outturn.pipeline.layout;

import java.util.List;
import org.outturn.pipeline.template.PathTemplate;

/**
 * One form of key of an output.
 *
 * @param role the number of the role of all objects of this form; {@link #BY_FILE} when the files
 *     below tell, {@link #NONE} when it is not known
 * @param files for templates that end in a rest: what the rest can be; the first that fits counts
 */
public record KeyForm(PathTemplate template, int role, List<FileRole> files) {
    /** No role is known. */
    public static final int NONE = -1;

    /** The file's own name tells. */
    public static final int BY_FILE = -2;

    /**
     * @param template of what the key's rest says
     * @param role its number
     */
    public record FileRole(PathTemplate template, int role) {}

    public KeyForm {
        files = List.copyOf(files);
    }
}
