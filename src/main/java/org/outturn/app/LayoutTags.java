package org.outturn.app;

import java.util.List;
import java.util.function.Supplier;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.tagging.TagTemplate;

/** The tags that each layout asks for, as templates. */
final class LayoutTags implements Supplier<List<TagTemplate>> {
    private final Supplier<Layouts> layouts;

    LayoutTags(Supplier<Layouts> layouts) {
        this.layouts = layouts;
    }

    @Override
    public List<TagTemplate> get() {
        return layouts.get().all().stream()
                .filter(layout -> !layout.tags().isEmpty())
                .map(layout -> TagTemplate.of(layout.name(), layout.tags()))
                .toList();
    }
}
