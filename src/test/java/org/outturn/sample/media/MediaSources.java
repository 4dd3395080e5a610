package org.outturn.sample.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;
import org.outturn.sample.content.Grooves;
import org.outturn.sample.files.Canvas;
import org.outturn.sample.files.Png;
import org.outturn.sample.files.StrokeFont;
import org.outturn.sample.files.Wav;

/**
 * Writes figures, video frames and a recording into a folder; {@code src/tools/sample-media.sh}
 * packs them into the small media files among the sample's resources.
 */
public final class MediaSources {
    static final int FRAMES = 43;

    private MediaSources() {}

    /**
     * @param args the folder
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        var font = new StrokeFont();
        for (Map.Entry<String, Canvas> figure : Figures.all(font).entrySet()) {
            Path file = folder.resolve(figure.getKey() + ".png");
            Files.write(file, Png.of(figure.getValue()));
        }
        Files.write(
                folder.resolve("groove.wav"), Wav.of(Grooves.straight("Verse in eighths", 112)));
        frames(folder, "lesson", (i, f) -> Frames.lesson(i, f), font);
        frames(folder, "slides", (i, f) -> Frames.slides(i, f), font);
        frames(folder, "orbit", (i, f) -> Frames.orbit(i, f), font);
    }

    private static void frames(
            Path folder, String name, BiFunction<Integer, StrokeFont, Canvas> draw, StrokeFont font)
            throws IOException {
        for (int i = 0; i < FRAMES; i++) {
            Path file = folder.resolve("%s-%03d.png".formatted(name, i));
            Files.write(file, Png.of(draw.apply(i, font)));
        }
    }
}
