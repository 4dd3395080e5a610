package org.outturn.sample.content;

import java.util.List;
import org.outturn.sample.files.DrumPattern;
import org.outturn.sample.files.DrumPattern.Drum;
import org.outturn.sample.files.DrumPattern.Voice;

/** Drum parts that people send in. */
public final class Grooves {
    private Grooves() {}

    public static List<DrumPattern> all() {
        return List.of(straight("Verse in eighths", 112), ballad(), shuffle());
    }

    /** The one that the recordings among the resources are of. */
    public static DrumPattern straight(String name, int tempo) {
        return new DrumPattern(
                name,
                tempo,
                List.of(
                        new Voice(Drum.KICK, bars("X..xX...", "X..xX.x.", "X..xX...", "X.x.X...")),
                        new Voice(Drum.SNARE, bars("..X...X.", "..X...X.", "..X...X.", "..X.xxXX")),
                        new Voice(
                                Drum.CLOSED_HAT,
                                bars(".xxxXxxx", "XxxxXxxx", "XxxxXxxx", "Xxxx....")),
                        new Voice(
                                Drum.CRASH, bars("X.......", "........", "........", "........"))));
    }

    private static DrumPattern ballad() {
        return new DrumPattern(
                "Slow ballad",
                72,
                List.of(
                        new Voice(Drum.KICK, bars("X......x", "X..x....", "X......x", "X..x..x.")),
                        new Voice(Drum.SNARE, bars("....X...", "....X...", "....X...", "....X..x")),
                        new Voice(
                                Drum.CLOSED_HAT,
                                bars("X.x.X.x.", "X.x.X.x.", "X.x.X.x.", "X.x.X.xx"))));
    }

    private static DrumPattern shuffle() {
        return new DrumPattern(
                "Half-time groove",
                138,
                List.of(
                        new Voice(Drum.KICK, bars("X.x....x", "X.x..x..", "X.x....x", "X..x..x.")),
                        new Voice(Drum.SNARE, bars("....X...", "....X..x", "....X...", "....XxXx")),
                        new Voice(
                                Drum.CLOSED_HAT,
                                bars("XxXxXxXx", "XxXxXxXx", "XxXxXxXx", "XxXx....")),
                        new Voice(
                                Drum.CRASH, bars("........", "........", "........", "....X..."))));
    }

    private static List<String> bars(String... bars) {
        return List.of(bars);
    }
}
