package org.outturn.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of one producer, told by forms that nothing else has by chance. */
@FunctionalInterface
interface Layout {
    /** The five producers; where two fit one key, the first counts. */
    List<Layout> ALL =
            List.of(
                    new ScraperLayout(),
                    new MonkeyOcrLayout(),
                    new PdfLayout(),
                    new DrumLayout(),
                    new VideoLayout());

    /**
     * The place of the output if the producer's own part of the key begins at this segment; {@code
     * null} if not.
     */
    @Nullable OutputPlace at(KeySegments key, int segment);
}
