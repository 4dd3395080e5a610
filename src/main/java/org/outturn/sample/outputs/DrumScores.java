package org.outturn.sample.outputs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.outturn.sample.content.Grooves;
import org.outturn.sample.content.ScorePdf;
import org.outturn.sample.content.Transcription;
import org.outturn.sample.files.DrumPattern;
import org.outturn.sample.files.Midi;
import org.outturn.sample.files.MusicXml;
import org.outturn.sample.files.Resources;
import org.outturn.sample.files.Wav;

/** Recordings handed in for transcription, and the scores made of them; always encrypted. */
final class DrumScores {
    static final String BUCKET = "drum-scores";
    private static final List<String> TITLES =
            List.of("verse take 2", "demo_drums", "Bridge idea", "rehearsal 14", "loop-112bpm");

    private final Names names;
    private final String bucket;
    private final List<Output> outputs = new ArrayList<>();
    private final Map<DrumPattern, Score> scores = new HashMap<>();
    private final byte[] mp3 = Resources.bytes("media/groove.mp3");
    private final byte[] m4a = Resources.bytes("media/groove.m4a");

    private record Score(byte[] wav, byte[] midi, byte[] xml, byte[] pdf, byte[] json) {
        static Score of(DrumPattern pattern) {
            return new Score(
                    Wav.of(pattern),
                    Midi.of(pattern),
                    MusicXml.of(pattern),
                    ScorePdf.of(pattern),
                    Transcription.of(pattern));
        }
    }

    private DrumScores(long seed, Instant now, String bucket) {
        this.names = new Names(seed, now);
        this.bucket = bucket;
    }

    static List<Output> outputs(long seed, Instant now) {
        var drums = new DrumScores(seed, now, BUCKET);
        for (int i = 0; i < 24; i++) {
            drums.documented(i, drums.names.lately(21));
        }
        for (int i = 0; i < 22; i++) {
            drums.observed(i, drums.names.lately(24));
        }
        drums.leftBehind();
        return drums.outputs;
    }

    /** A few uploads and exports for a bucket that several producers share. */
    static List<Output> few(String bucket, long seed, Instant now) {
        var drums = new DrumScores(seed, now, bucket);
        drums.documented(0, drums.names.lately(9));
        drums.documented(3, drums.names.lately(9));
        drums.observed(0, drums.names.lately(9));
        return drums.outputs;
    }

    /** {@code uploads/}, {@code processed/} and {@code temp/}; every sixth job has no result. */
    private void documented(int number, Instant when) {
        String user = "user-" + (11 + number % 9);
        String job = names.uuid();
        String file = fileName(number);
        Score score = score(number);
        Map<String, String> metadata =
                Map.of("user_id", user, "job_id", job, "original_filename", file);
        String upload =
                "uploads/%s/%d_%s_%s".formatted(user, when.getEpochSecond(), names.hex(8), file);
        put(upload, audio(number, score), audioType(number), when, metadata);
        if (number % 6 == 5) {
            return;
        }
        Instant done = names.after(when, 20, 120);
        String folder = "processed/" + user + "/" + job + "/";
        if (number == 9) {
            // the disk of the worker was full
            put(folder + "transcription.json", new byte[0], "application/json", done, metadata);
            return;
        }
        put(folder + "transcription.json", score.json, "application/json", done, metadata);
        if (number % 7 != 4) {
            put(folder + "output.mid", score.midi, "audio/midi", done, metadata);
        }
        if (number % 4 == 0) {
            Instant recent = names.daysAgo(0.05 + number * 0.03);
            put("temp/" + job + "/drums_stem.wav", score.wav, "audio/wav", recent, metadata);
        }
    }

    /** {@code audio/} and {@code exports/}, without extensions; some were exported twice. */
    private void observed(int number, Instant when) {
        String id = names.uuid();
        String file = fileName(number + 2);
        Score score = score(number);
        String user = number % 3 == 0 ? "" : id + "/";
        put(
                "audio/%s%s_%s_%s".formatted(user, stamp(when), names.hex(8), file),
                audio(number + 2, score),
                audioType(number + 2),
                when,
                Map.of("user_id", "user-" + (11 + number % 9), "original_filename", file));
        Instant exported = names.after(when, 60, 600);
        for (int attempt = 0; attempt < (number % 5 == 1 ? 2 : 1); attempt++) {
            Instant at = names.after(exported, attempt * 300, attempt * 300 + 60);
            String stem = "exports/" + id + "/" + stamp(at) + "_";
            export(stem, "musicxml", score.xml, "application/vnd.recordare.musicxml+xml", id, at);
            if (number % 6 == 4) {
                continue;
            }
            export(stem, "midi", score.midi, "audio/midi", id, at);
            export(stem, "pdf", score.pdf, "application/pdf", id, at);
        }
    }

    /** Exports whose recording somebody deleted, long before the others came. */
    private void leftBehind() {
        for (int i = 0; i < 2; i++) {
            String id = names.uuid();
            Instant at = names.daysAgo(33 + i * 4.3);
            String stem = "exports/" + id + "/" + stamp(at) + "_";
            Score score = score(i + 1);
            export(stem, "musicxml", score.xml, "application/vnd.recordare.musicxml+xml", id, at);
            export(stem, "midi", score.midi, "audio/midi", id, at);
            export(stem, "pdf", score.pdf, "application/pdf", id, at);
        }
    }

    private void export(
            String stem, String kind, byte[] bytes, String type, String job, Instant at) {
        put(
                stem + kind,
                bytes,
                type,
                at,
                Map.of("job_id", job, "export_type", kind, "created_at", at.toString()));
    }

    private void put(
            String key, byte[] bytes, String type, Instant when, Map<String, String> metadata) {
        outputs.add(
                Output.of(bucket, key, bytes, type, when)
                        .withHeader("x-amz-server-side-encryption", "AES256")
                        .withMetadata(metadata));
    }

    /** Of the parts in turn, each made when it is first needed. */
    private Score score(int number) {
        DrumPattern part = Grooves.all().get(number % Grooves.all().size());
        return scores.computeIfAbsent(part, Score::of);
    }

    private static String stamp(Instant instant) {
        return Names.stamp(instant, ZoneOffset.UTC);
    }

    private static String fileName(int number) {
        return TITLES.get(number % TITLES.size()) + List.of(".wav", ".mp3", ".m4a").get(number % 3);
    }

    private static String audioType(int number) {
        return List.of("audio/wav", "audio/mpeg", "audio/mp4").get(number % 3);
    }

    private byte[] audio(int number, Score score) {
        return List.of(score.wav, mp3, m4a).get(number % 3);
    }
}
