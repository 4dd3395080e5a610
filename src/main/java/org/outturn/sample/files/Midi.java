package org.outturn.sample.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes a drum part as a Standard MIDI File of one track (format 0), on channel 10. */
public final class Midi {
    private static final int TICKS_PER_QUARTER = 480;
    private static final int TICKS_PER_STEP = TICKS_PER_QUARTER / 2;
    private static final int STROKE = 120;
    private static final int NOTE_ON = 0x99;
    private static final int NOTE_OFF = 0x89;

    private Midi() {}

    private record Event(int tick, byte... message) {}

    public static byte[] of(DrumPattern pattern) {
        var track = new ByteArrayOutputStream();
        int tick = 0;
        for (Event event : events(pattern)) {
            variableLength(track, event.tick - tick);
            track.writeBytes(event.message);
            tick = event.tick;
        }
        return ByteBuffer.allocate(22 + track.size())
                .put("MThd".getBytes(StandardCharsets.US_ASCII))
                .putInt(6)
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) TICKS_PER_QUARTER)
                .put("MTrk".getBytes(StandardCharsets.US_ASCII))
                .putInt(track.size())
                .put(track.toByteArray())
                .array();
    }

    private static List<Event> events(DrumPattern pattern) {
        var events = new ArrayList<Event>();
        byte[] name = pattern.name().getBytes(StandardCharsets.US_ASCII);
        events.add(new Event(0, meta(0x03, name)));
        int quarter = 60_000_000 / pattern.tempo();
        events.add(
                new Event(
                        0,
                        meta(0x51, (byte) (quarter >> 16), (byte) (quarter >> 8), (byte) quarter)));
        events.add(new Event(0, meta(0x58, (byte) 4, (byte) 2, (byte) 24, (byte) 8)));
        for (int step = 0; step < pattern.bars() * DrumPattern.STEPS; step++) {
            for (DrumPattern.Drum drum : DrumPattern.Drum.values()) {
                int loud =
                        pattern.velocity(drum, step / DrumPattern.STEPS, step % DrumPattern.STEPS);
                if (loud > 0) {
                    int at = step * TICKS_PER_STEP;
                    byte note = (byte) drum.note();
                    events.add(new Event(at, (byte) NOTE_ON, note, (byte) loud));
                    events.add(new Event(at + STROKE, (byte) NOTE_OFF, note, (byte) 64));
                }
            }
        }
        int end = pattern.bars() * DrumPattern.STEPS * TICKS_PER_STEP;
        events.add(new Event(end, meta(0x2F)));
        events.sort(Comparator.comparingInt(Event::tick));
        return events;
    }

    private static byte[] meta(int type, byte... data) {
        return ByteBuffer.allocate(3 + data.length)
                .put((byte) 0xFF)
                .put((byte) type)
                .put((byte) data.length)
                .put(data)
                .array();
    }

    private static void variableLength(ByteArrayOutputStream out, int value) {
        for (int shift = 21; shift > 0; shift -= 7) {
            if (value >> shift > 0) {
                out.write(value >> shift & 0x7F | 0x80);
            }
        }
        out.write(value & 0x7F);
    }
}
