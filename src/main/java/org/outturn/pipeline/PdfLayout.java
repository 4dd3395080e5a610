package org.outturn.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * The PDF processor: {@code raw/{uuid}.pdf} and {@code documents/{uuid}[.pdf]} in, {@code
 * parsed/{uuid}/…} and {@code results/{uuid}.json} or {@code .records.jsonl} out.
 */
final class PdfLayout implements Layout {
    @Override
    public @Nullable OutputPlace at(KeySegments key, int segment) {
        int next = segment + 1;
        if (next >= key.count()) {
            return null;
        }
        if (key.is(segment, "parsed")) {
            boolean folder = !key.isLast(next) && KeyForms.isUuid(key.segment(next));
            return folder ? new OutputPlace(OutputKind.PARSED_DOCUMENTS, key.before(next)) : null;
        }
        if (!key.isLast(next)) {
            return null;
        }
        OutputKind kind = kindOfFile(key, segment, key.segment(next));
        return kind == null ? null : new OutputPlace(kind, key.before(next));
    }

    private static @Nullable OutputKind kindOfFile(KeySegments key, int segment, String name) {
        if (key.is(segment, "raw") && KeyForms.isUuidThen(name, ".pdf")) {
            return OutputKind.RAW;
        }
        if (key.is(segment, "documents")
                && (KeyForms.isUuid(name) || KeyForms.isUuidThen(name, ".pdf"))) {
            return OutputKind.RAW;
        }
        boolean result =
                key.is(segment, "results")
                        && (KeyForms.isUuidThen(name, ".json")
                                || KeyForms.isUuidThen(name, ".records.jsonl"));
        return result ? OutputKind.RESULTS : null;
    }
}
