package org.outturn.pipeline.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.outturn.pipeline.Producer;
import org.outturn.pipeline.UploadDefaults;
import org.outturn.pipeline.template.KeySegments;

/** The layouts that count, in their order: an operator's own come before the shipped ones. */
public final class Layouts {
    /** Those of the five producers. */
    public static final Layouts SHIPPED = new Layouts(shipped());

    private final List<PipelineLayout> all;
    private final Recogniser recogniser;

    private Layouts(List<PipelineLayout> all) {
        this.all = List.copyOf(all);
        this.recogniser = new Recogniser(this.all);
    }

    private static List<PipelineLayout> shipped() {
        try (InputStream in = Layouts.class.getResourceAsStream("producers.json")) {
            if (in == null) {
                throw new IllegalStateException("producers.json is missing");
            }
            return LayoutReader.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LayoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** These before the ones there are; one of the same id takes the other's place. */
    public Layouts with(List<PipelineLayout> own) {
        if (own.isEmpty()) {
            return this;
        }
        var together = new ArrayList<>(own);
        all.stream()
                .filter(known -> own.stream().noneMatch(layout -> layout.id().equals(known.id())))
                .forEach(together::add);
        return new Layouts(together);
    }

    public List<PipelineLayout> all() {
        return all;
    }

    public Recogniser recogniser() {
        return recogniser;
    }

    /** The layout that an output's form is of. */
    public Optional<PipelineLayout> of(OutputForm form) {
        return all.stream().filter(layout -> layout.outputs().contains(form)).findFirst();
    }

    /**
     * How the pipeline that reads below a prefix wants what is uploaded for it.
     *
     * @param prefix what files are uploaded to, for instance {@code audio/}; a slash at its end may
     *     be missing
     * @return empty if no pipeline is known to read there
     */
    public Optional<UploadDefaults> uploadDefaults(String prefix) {
        var place = new KeySegments(prefix.endsWith("/") ? prefix : prefix + "/");
        // the older plan of the videos shares a name with the drums' uploads and says more
        return all.stream()
                .flatMap(layout -> layout.uploads().stream())
                .flatMap(uploads ->
                        uploads.at().stream()
                                .filter(at -> at.matchAt(place, 0) != null)
                                .map(at -> new Fit(at.placeholders().size(), uploads.defaults())))
                .reduce((best, next) -> next.said > best.said ? next : best)
                .map(Fit::defaults);
    }

    /** What one producer says, wherever it works; empty if nothing is known of it. */
    public Optional<UploadDefaults> uploadDefaults(Producer producer) {
        return all.stream()
                .filter(layout -> layout.producer().equals(Optional.of(producer)))
                .flatMap(layout -> layout.uploads().stream())
                .map(PipelineLayout.UploadPlaces::defaults)
                .findFirst();
    }

    private record Fit(int said, UploadDefaults defaults) {}
}
