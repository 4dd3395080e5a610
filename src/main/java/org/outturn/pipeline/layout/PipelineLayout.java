package org.outturn.pipeline.layout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.outturn.pipeline.Producer;
import org.outturn.pipeline.UploadDefaults;

/**
 * How one pipeline lays out what it writes. Immutable.
 *
 * @param id short and unique, for instance {@code scraper}
 * @param name as operators call the pipeline
 * @param producer which of the known producers it is, if it is one
 * @param tags the tags it asks for; values may hold <code>{date}</code>
 * @param lifecycle what its guide expects of the bucket's lifecycle
 * @param uploads how it wants what is uploaded for it
 */
public record PipelineLayout(
        String id,
        String name,
        Optional<Producer> producer,
        Map<String, String> tags,
        List<ExpectedLifecycle> lifecycle,
        Optional<UploadPlaces> uploads,
        List<OutputForm> outputs) {

    /**
     * One step that a guide asks for.
     *
     * @param prefix below the producer's own; empty for all
     * @param days after the upload, at least 1
     * @param storageClass what objects go to; empty when they expire
     */
    public record ExpectedLifecycle(String prefix, int days, String storageClass) {}

    /**
     * @param at prefixes where it reads; templates
     */
    public record UploadPlaces(
            List<org.outturn.pipeline.template.PathTemplate> at, UploadDefaults defaults) {
        public UploadPlaces {
            at = List.copyOf(at);
        }
    }

    public PipelineLayout {
        tags = Map.copyOf(tags);
        lifecycle = List.copyOf(lifecycle);
        outputs = List.copyOf(outputs);
    }
}
