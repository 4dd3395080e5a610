package org.outturn.pipeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * MonkeyOCR: {@code parsed/{epoch_s}_{document}.zip}, the same unzipped below {@code
 * parsed/{epoch_s}_{document}/}, and {@code ocr/{text,formula,table}/{epoch_s}_{file name}.md}.
 */
final class MonkeyOcrLayout implements Layout {
    @Override
    public @Nullable OutputPlace at(KeySegments key, int segment) {
        if (key.is(segment, "parsed")) {
            return parsed(key, segment + 1);
        }
        return key.is(segment, "ocr") ? ocr(key, segment + 1) : null;
    }

    private static @Nullable OutputPlace parsed(KeySegments key, int document) {
        if (document >= key.count()) {
            return null;
        }
        String name = key.segment(document);
        Optional<ParsedDocument> parsed =
                key.isLast(document) ? ParsedDocument.ofZip(name) : ParsedDocument.of(name);
        return parsed.isPresent()
                ? new OutputPlace(OutputKind.PARSED_DOCUMENTS, key.before(document))
                : null;
    }

    private static @Nullable OutputPlace ocr(KeySegments key, int task) {
        OutputKind kind = ocrKind(key, task);
        int file = task + 1;
        if (kind == null || file >= key.count() || !key.isLast(file)) {
            return null;
        }
        String name = key.segment(file);
        boolean fits =
                name.endsWith(".md")
                        && ParsedDocument.of(name.substring(0, name.length() - 3)).isPresent();
        return fits ? new OutputPlace(kind, key.before(file)) : null;
    }

    static @Nullable OutputKind ocrKind(KeySegments key, int task) {
        if (key.is(task, "text")) {
            return OutputKind.OCR_TEXT;
        }
        if (key.is(task, "formula")) {
            return OutputKind.OCR_FORMULA;
        }
        return key.is(task, "table") ? OutputKind.OCR_TABLE : null;
    }
}
