package org.outturn.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that can do a workload. */
interface Contender {
    String name();

    /**
     * The process that does it.
     *
     * @param local the folder whose content goes up, or an empty one for what comes down
     * @param prefix of the objects, ends in a slash
     */
    Command command(Workload work, Path local, String bucket, String prefix);

    /**
     * A process to start.
     *
     * @param environment what its environment has besides; the only place for keys, so that no list
     *     of processes shows them
     */
    record Command(List<String> line, Map<String, String> environment) {}
}
