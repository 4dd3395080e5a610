package org.outturn.display;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;

/** What the display shows, whichever program has painted it. */
record Picture(BufferedImage pixels) {

    static Picture take() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        return ProgramWindow.onScreen(() -> {
            Rectangle2D all = Screen.getPrimary().getBounds();
            return of(new Robot().getScreenCapture(null, all));
        });
    }

    private static Picture of(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader reader = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        return new Picture(pixels);
    }

    /** How many different colours there are: one on an empty display, many where there is text. */
    long colours() {
        return IntStream.of(
                        pixels.getRGB(
                                0,
                                0,
                                pixels.getWidth(),
                                pixels.getHeight(),
                                null,
                                0,
                                pixels.getWidth()))
                .distinct()
                .count();
    }

    /** Writes it for people to look at. */
    void save(Path png) throws IOException {
        Files.createDirectories(png.toAbsolutePath().getParent());
        ImageIO.write(pixels, "png", png.toFile());
    }
}
