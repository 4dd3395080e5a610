package org.outturn.connection.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Debian's AWS CLI, its own code, in one process for many commands: a process for each would take
 * minutes.
 */
public final class AwsWitness implements AutoCloseable {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Path CLI = Path.of("/usr/lib/python3/dist-packages/awscli/clidriver.py");

    private final JsonMapper json = JsonMapper.builder().build();
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;

    /** What a command came to. */
    public record Said(int status, String text) {
        public boolean worked() {
            return status == 0;
        }
    }

    /**
     * @param folder for its script
     */
    public AwsWitness(Path folder) throws IOException {
        Path script = folder.resolve("aws_witness.py");
        try (InputStream source = AwsWitness.class.getResourceAsStream("aws_witness.py")) {
            Files.copy(Objects.requireNonNull(source), script, StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(PYTHON.toString(), script.toString());
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        builder.environment().put("PYTHONUTF8", "1");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        process = builder.start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Whether this machine has it. */
    public static boolean isThere() {
        return Files.isExecutable(PYTHON) && Files.exists(CLI);
    }

    /** Runs {@code aws} with these arguments, and with no other variables of AWS than these. */
    public synchronized Said run(Map<String, String> environment, String... arguments)
            throws IOException {
        questions.write(json.writeValueAsString(List.of(environment, List.of(arguments))) + "\n");
        questions.flush();
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the witness has ended");
        }
        JsonNode answer = json.readTree(line);
        return new Said(answer.get(0).asInt(), answer.get(1).asString());
    }

    @Override
    public void close() throws IOException {
        // it ends when there is nothing more to read
        questions.close();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
