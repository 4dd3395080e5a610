package org.outturn.faults;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A column of the matrix: something to be transferred, and the requests at which it is hit. */
enum Load {
    ONE_FILE("one file", List.of(new Hit("PUT object", 1))),
    PARTS(
            "file in parts",
            List.of(
                    new Hit("PUT object?partNumber&uploadId", 2),
                    new Hit("POST object?uploads", 1),
                    new Hit("POST object?uploadId", 1))),
    DOWNLOAD("download", List.of(new Hit("GET object", 1))),
    FOLDER(
            "folder of 200",
            List.of(
                    new Hit("PUT object", 60),
                    new Hit("PUT object", 3),
                    new Hit("PUT object", 61),
                    new Hit("PUT object", 120),
                    new Hit("PUT object", 199))),
    TAGS(
            "tags of an object",
            List.of(new Hit("GET object?tagging", 1), new Hit("PUT object?tagging", 1)));

    /** Those with requests that are answered with more than headers. */
    static final Set<Load> ANSWERED = EnumSet.of(PARTS, DOWNLOAD, TAGS);

    /** Those that move bytes of a file, whose ETag is told. */
    static final Set<Load> OF_BYTES = EnumSet.of(ONE_FILE, PARTS, DOWNLOAD, FOLDER);

    /** Those with requests that have a body of the file's bytes. */
    static final Set<Load> WITH_BODY = EnumSet.of(ONE_FILE, PARTS, FOLDER);

    private final String title;
    private final List<Hit> hits;

    /**
     * @param hits each a request that can be hit; a lasting trouble begins at the first one
     */
    Load(String title, List<Hit> hits) {
        this.title = title;
        this.hits = hits;
    }

    String title() {
        return title;
    }

    /** How many requests are hit by what happens once to each. */
    int hits() {
        return hits.size();
    }

    /** Hits single requests. */
    void once(FaultScript script, Fault fault) {
        hits.forEach(hit -> script.once(fault, hit.nth(), hit::is));
    }

    /** Hits everything from some request on. */
    void from(FaultScript script, Fault fault) {
        Hit first = hits.getFirst();
        script.from(fault, first.nth(), first::is);
    }
}
