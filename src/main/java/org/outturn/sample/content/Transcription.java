package org.outturn.sample.content;

import static org.outturn.sample.files.Json.object;

import java.util.ArrayList;
import java.util.Locale;
import org.outturn.sample.files.DrumPattern;
import org.outturn.sample.files.DrumPattern.Drum;
import org.outturn.sample.files.Json;

/** {@code transcription.json}: each stroke that was heard, with its time. */
public final class Transcription {
    private Transcription() {}

    public static byte[] of(DrumPattern pattern) {
        var notes = new ArrayList<Object>();
        int steps = pattern.bars() * DrumPattern.STEPS;
        for (int step = 0; step < steps; step++) {
            for (Drum drum : Drum.values()) {
                int loud =
                        pattern.velocity(drum, step / DrumPattern.STEPS, step % DrumPattern.STEPS);
                if (loud > 0) {
                    notes.add(
                            object(
                                    "time", thousandths(step * pattern.secondsPerStep()),
                                    "drum", drum.name().toLowerCase(Locale.ROOT),
                                    "midi_note", drum.note(),
                                    "velocity", loud,
                                    "confidence", thousandths(0.8 + loud / 700.0)));
                }
            }
        }
        return Json.pretty(
                object(
                        "tempo",
                        pattern.tempo(),
                        "time_signature",
                        "4/4",
                        "duration",
                        thousandths(steps * pattern.secondsPerStep()),
                        "notes",
                        notes));
    }

    private static double thousandths(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
