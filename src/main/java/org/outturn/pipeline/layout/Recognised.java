package org.outturn.pipeline.layout;

import java.util.Optional;
import org.outturn.pipeline.template.KeyMatch;
import org.outturn.pipeline.template.KeySegments;
import org.outturn.pipeline.template.PlaceholderType;

/** A key that belongs to an output. */
public final class Recognised {
    private final OutputForm output;
    private final KeyForm form;
    private final KeyMatch match;
    private final String formId;

    Recognised(OutputForm output, KeyForm form, KeyMatch match, String formId) {
        this.output = output;
        this.form = form;
        this.match = match;
        this.formId = formId;
    }

    /** What the output is one of. */
    public OutputForm output() {
        return output;
    }

    /** What the key says. */
    public KeyMatch match() {
        return match;
    }

    /**
     * Where outputs of this form lie, for instance {@code monkeyocr/parsed/}: what comes before the
     * first part that differs from output to output. Empty at the top of a bucket, else it ends in
     * a slash.
     */
    public String place() {
        String key = match.key();
        int prefix = 0;
        int first = key.length();
        for (int i = 0; i < match.template().placeholders().size(); i++) {
            if (match.template().placeholders().get(i).type()
                    instanceof PlaceholderType.AnyPrefix) {
                prefix = match.end(i);
            } else {
                first = match.start(i);
                break;
            }
        }
        return output.joined()
                ? key.substring(0, prefix)
                : key.substring(0, key.lastIndexOf('/', Math.max(0, first - 1)) + 1);
    }

    /**
     * What tells the output from all others of its bucket; the same for all keys of one output. A
     * ZIP's name has underscores where its folder's has spaces, so those count as the same.
     */
    public String identity() {
        if (output.isSingle()) {
            return formId + "\n" + match.key();
        }
        var identity = new StringBuilder().append(formId).append('\n').append(place());
        for (String name : output.groupBy()) {
            String value = match.value(name).orElse("");
            identity.append('\n').append(output.pairSeconds() > 0 ? alike(value) : value);
        }
        return identity.toString();
    }

    /** A document's name as its ZIP has it. */
    public static String alike(String name) {
        return name.replace(' ', '_');
    }

    /** The prefix that all files of the output lie below; empty if there is none. */
    public Optional<String> folder() {
        int last = match.template().placeholders().size() - 1;
        boolean open =
                !output.isSingle()
                        && match.template().placeholders().get(last).type()
                                instanceof PlaceholderType.Rest;
        return open ? Optional.of(match.key().substring(0, match.start(last))) : Optional.empty();
    }

    /** The number of the file's role; {@link KeyForm#NONE} if it is not known. */
    public int role() {
        if (form.role() != KeyForm.BY_FILE) {
            return form.role();
        }
        Optional<FileFit> fit = fit();
        return fit.isEmpty() ? KeyForm.NONE : fit.get().role;
    }

    /** The value that tells files of an output apart, {@link OutputForm#by()}; empty if none. */
    public String by() {
        if (output.by().isEmpty()) {
            return "";
        }
        return match.value(output.by())
                .or(() -> fit().flatMap(fit -> fit.match.value(output.by())))
                .orElse("");
    }

    /** What the output is called: by the field that names it, its job, its folder or its file. */
    public String outputName() {
        String named = match.value(output.fields().name()).orElse("");
        if (named.isEmpty() && output.joined()) {
            named = match.value(output.fields().job()).orElse("");
        }
        if (!named.isEmpty()) {
            return named;
        }
        String path = folder().map(f -> f.substring(0, f.length() - 1)).orElse(match.key());
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What the file's own name says, where the output's layout reads it. */
    public Optional<KeyMatch> file() {
        return fit().map(FileFit::match);
    }

    private Optional<FileFit> fit() {
        if (form.files().isEmpty()) {
            return Optional.empty();
        }
        int last = match.template().placeholders().size() - 1;
        var rest = new KeySegments(match.value(last));
        for (KeyForm.FileRole file : form.files()) {
            KeyMatch found = file.template().matchAt(rest, 0);
            if (found != null) {
                return Optional.of(new FileFit(file.role(), found));
            }
        }
        return Optional.empty();
    }

    private record FileFit(int role, KeyMatch match) {}
}
