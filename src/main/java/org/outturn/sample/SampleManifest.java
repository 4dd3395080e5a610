package org.outturn.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was last put into a folder as sample outputs, so that exactly this can be taken out again.
 * It is written before the first of them is put, and once more as complete after the last.
 *
 * @param version of the generator
 * @param made the time that the outputs are seen from
 * @param complete whether all of them were put
 */
record SampleManifest(int version, Instant made, boolean complete, List<Entry> entries) {
    private static final String NAME = "outputs.txt";

    /** One object: what was put under a key is known by its time. */
    record Entry(String bucket, Instant modified, String key) {}

    SampleManifest {
        entries = List.copyOf(entries);
    }

    /** What was put into a folder; of version 0 when nothing was, or the file makes no sense. */
    static SampleManifest read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        var nothing = new SampleManifest(0, Instant.EPOCH, false, List.of());
        if (!Files.exists(file)) {
            return nothing;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            String[] head = lines.getFirst().split(" ");
            var entries = new ArrayList<Entry>();
            for (String line : lines.subList(1, lines.size())) {
                String[] fields = line.split(" ", 3);
                entries.add(new Entry(fields[0], Instant.parse(fields[1]), fields[2]));
            }
            return new SampleManifest(
                    Integer.parseInt(head[0]),
                    Instant.parse(head[1]),
                    head[2].equals("complete"),
                    entries);
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return nothing;
        }
    }

    void write(Path folder) throws IOException {
        var text = new StringBuilder();
        text.append(version).append(' ').append(made).append(complete ? " complete\n" : " begun\n");
        for (Entry entry : entries) {
            text.append(entry.bucket()).append(' ');
            text.append(entry.modified()).append(' ').append(entry.key()).append('\n');
        }
        Path fresh = folder.resolve(NAME + ".new");
        Files.write(fresh, text.toString().getBytes(StandardCharsets.UTF_8));
        Files.move(
                fresh,
                folder.resolve(NAME),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    SampleManifest completed() {
        return new SampleManifest(version, made, true, entries);
    }
}
