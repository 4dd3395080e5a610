package org.outturn.sample.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.outturn.sample.files.DrumPattern.Drum;

/** Plays a drum part into a WAV: PCM, 16 bits, one channel, 22,050 samples a second. */
public final class Wav {
    private static final int RATE = 22_050;

    private Wav() {}

    public static byte[] of(DrumPattern pattern) {
        int perStep = (int) (pattern.secondsPerStep() * RATE);
        float[] mix = new float[perStep * DrumPattern.STEPS * pattern.bars()];
        for (Drum drum : Drum.values()) {
            float[] sound = sound(drum);
            for (int step = 0; step < pattern.bars() * DrumPattern.STEPS; step++) {
                float loud =
                        pattern.velocity(drum, step / DrumPattern.STEPS, step % DrumPattern.STEPS)
                                / 127f;
                int from = step * perStep;
                for (int i = 0; loud > 0 && i < sound.length && from + i < mix.length; i++) {
                    mix[from + i] += loud * sound[i];
                }
            }
        }
        return file(mix);
    }

    private static float[] sound(Drum drum) {
        return switch (drum) {
            case KICK -> sound(0.22, 18, 95, 0.02);
            case SNARE -> sound(0.18, 24, 190, 0.75);
            case CLOSED_HAT -> sound(0.06, 70, 0, 0.35);
            case CRASH -> sound(0.60, 6, 0, 0.45);
        };
    }

    /**
     * A falling tone with noise in it.
     *
     * @param seconds how long
     * @param decay how fast it fades, per second
     * @param hertz the tone it starts with; 0 for noise alone
     * @param noise the share of noise, 0 to 1
     */
    private static float[] sound(double seconds, double decay, double hertz, double noise) {
        var random = new SplittableRandom(7);
        float[] sound = new float[(int) (seconds * RATE)];
        double phase = 0;
        double before = 0;
        for (int i = 0; i < sound.length; i++) {
            double time = (double) i / RATE;
            phase += 2 * Math.PI * hertz * StrictMath.exp(-6 * time) / RATE;
            double hiss = random.nextDouble() * 2 - 1;
            double bright = (hiss - before) / 2;
            before = hiss;
            double tone = hertz > 0 ? (1 - noise) * StrictMath.sin(phase) : 0;
            sound[i] = (float) ((tone + noise * bright) * StrictMath.exp(-decay * time) * 0.8);
        }
        return sound;
    }

    private static byte[] file(float[] mix) {
        int size = mix.length * 2;
        ByteBuffer out = ByteBuffer.allocate(44 + size).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(36 + size).put(ascii("WAVE"));
        out.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        out.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
        out.put(ascii("data")).putInt(size);
        for (float sample : mix) {
            out.putShort((short) (Math.clamp(sample, -1f, 1f) * 32_000));
        }
        return out.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
