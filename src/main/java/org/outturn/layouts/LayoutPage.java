package org.outturn.layouts;

import java.util.List;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.pipeline.layout.PipelineLayout;

/** What counts at one moment: the layouts and the files that they come from. Immutable. */
public final class LayoutPage {
    static final LayoutPage SHIPPED = new LayoutPage(List.of(), List.of());

    private final List<LayoutFile> own;
    private final List<LayoutFile> bucket;
    private final Layouts layouts;

    /**
     * One layout that counts.
     *
     * @param place the file that it is from; empty for a shipped one
     */
    public record Counting(PipelineLayout layout, LayoutFile.Origin origin, String place) {}

    private LayoutPage(List<LayoutFile> own, List<LayoutFile> bucket) {
        this.own = List.copyOf(own);
        this.bucket = List.copyOf(bucket);
        this.layouts = Layouts.SHIPPED.with(layouts(bucket)).with(layouts(own));
    }

    private static List<PipelineLayout> layouts(List<LayoutFile> files) {
        return files.stream().flatMap(file -> file.layouts().stream()).toList();
    }

    /** This one if nothing is different. */
    LayoutPage withOwn(List<LayoutFile> files) {
        return files.equals(own) ? this : new LayoutPage(files, bucket);
    }

    /** This one if nothing is different. */
    LayoutPage withBucket(List<LayoutFile> files) {
        return files.equals(bucket) ? this : new LayoutPage(own, files);
    }

    /** The layouts that keys are read by. */
    public Layouts layouts() {
        return layouts;
    }

    /** The files of the settings folder, then that of the bucket if there is one. */
    public List<LayoutFile> files() {
        return java.util.stream.Stream.concat(own.stream(), bucket.stream()).toList();
    }

    /** The layouts in their order, each with where it is from. */
    public List<Counting> counting() {
        return layouts.all().stream().map(this::counting).toList();
    }

    private Counting counting(PipelineLayout layout) {
        return files().stream()
                .filter(file -> file.layouts().contains(layout))
                .findFirst()
                .map(file -> new Counting(layout, file.origin(), file.place()))
                .orElse(new Counting(layout, LayoutFile.Origin.SHIPPED, ""));
    }
}
