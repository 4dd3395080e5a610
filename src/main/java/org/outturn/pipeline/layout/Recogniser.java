package org.outturn.pipeline.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outturn.pipeline.template.KeyMatch;
import org.outturn.pipeline.template.KeySegments;

/**
 * Tells which output a key belongs to, from the key alone. Takes time in proportion to the key's
 * length and the number of forms, and no key makes it fail. Immutable: for any number of threads.
 */
public final class Recogniser {
    private final List<Form> anywhere = new ArrayList<>();
    private final List<Form> exact = new ArrayList<>();
    private final List<Form> loose = new ArrayList<>();

    /**
     * @param id of the output's form among all, the same whatever other layouts there are
     */
    private record Form(OutputForm output, KeyForm key, String id) {}

    Recogniser(List<PipelineLayout> layouts) {
        for (PipelineLayout layout : layouts) {
            for (OutputForm output : layout.outputs()) {
                String id = layout.id() + "/" + output.id();
                for (KeyForm key : output.keys()) {
                    var form = new Form(output, key, id);
                    if (!output.exact()) {
                        loose.add(form);
                        continue;
                    }
                    exact.add(form);
                    if (key.template().hasAnyPrefix()) {
                        anywhere.add(form);
                    }
                }
            }
        }
    }

    /**
     * The output that a key belongs to; null if none is recognised. The leftmost exact fit counts:
     * what lies inside an output belongs to it. Of several that begin at the same place the first
     * layout's counts.
     */
    public @Nullable Recognised of(String key) {
        var segments = new KeySegments(key);
        // in the order of the layouts, whether a prefix may come before or not
        Recognised found = at(exact, segments, 0);
        for (int from = 1; found == null && from < segments.count(); from++) {
            found = at(anywhere, segments, from);
        }
        // a key that ends in a slash is a folder's placeholder and no output of its own
        if (found == null && !key.endsWith("/")) {
            found = at(loose, segments, 0);
        }
        return found;
    }

    private static @Nullable Recognised at(List<Form> forms, KeySegments segments, int from) {
        for (int i = 0; i < forms.size(); i++) {
            Form form = forms.get(i);
            KeyMatch match = form.key.template().matchAt(segments, from);
            if (match != null) {
                return new Recognised(form.output, form.key, match, form.id);
            }
        }
        return null;
    }
}
