package org.outturn.sample.files;

import java.util.List;

/**
 * A drum part as the transcription hears it: strokes on a grid of eighths.
 *
 * @param name what a score calls it
 * @param tempo quarters a minute
 * @param voices what is struck when
 */
public record DrumPattern(String name, int tempo, List<Voice> voices) {

    /** Eighths in a bar of four quarters. */
    public static final int STEPS = 8;

    /** Instruments, with their numbers in General MIDI and where a drum score notes them. */
    public enum Drum {
        KICK("Bass Drum", 36, 'F', 4, false),
        SNARE("Snare", 38, 'C', 5, false),
        CLOSED_HAT("Closed Hi-Hat", 42, 'G', 5, true),
        CRASH("Crash Cymbal", 49, 'A', 5, true);

        private final String label;
        private final int note;
        private final char step;
        private final int octave;
        private final boolean cross;

        Drum(String label, int note, char step, int octave, boolean cross) {
            this.label = label;
            this.note = note;
            this.step = step;
            this.octave = octave;
            this.cross = cross;
        }

        public String label() {
            return label;
        }

        /** The key on MIDI channel 10. */
        public int note() {
            return note;
        }

        char step() {
            return step;
        }

        int octave() {
            return octave;
        }

        /** Whether it is written with a cross for a head. */
        boolean cross() {
            return cross;
        }

        /** Whether the feet play it. */
        boolean foot() {
            return this == KICK;
        }
    }

    /**
     * One instrument's part.
     *
     * @param bars one text a bar, one character an eighth: {@code x} a stroke, {@code X} a loud
     *     one, {@code .} none
     */
    public record Voice(Drum drum, List<String> bars) {
        public Voice {
            bars = List.copyOf(bars);
        }
    }

    public DrumPattern {
        voices = List.copyOf(voices);
    }

    public int bars() {
        return voices.getFirst().bars().size();
    }

    /** How loud a drum is struck at an eighth: 0 for not at all, else a MIDI velocity. */
    public int velocity(Drum drum, int bar, int step) {
        return voices.stream()
                .filter(voice -> voice.drum == drum)
                .mapToInt(voice ->
                        switch (voice.bars.get(bar).charAt(step)) {
                            case 'x' -> 88;
                            case 'X' -> 116;
                            default -> 0;
                        })
                .max()
                .orElse(0);
    }

    /** How long an eighth lasts. */
    public double secondsPerStep() {
        return 30.0 / tempo;
    }

    /** What is played at an eighth, by hands or feet. */
    List<Drum> struck(int bar, int step, boolean feet) {
        return java.util.Arrays.stream(Drum.values())
                .filter(drum -> drum.foot() == feet && velocity(drum, bar, step) > 0)
                .toList();
    }
}
