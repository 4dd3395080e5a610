package org.outturn.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Debian's AWS CLI in a home folder of its own. Version 2.9 has no setting for the addresses of the
 * services that it signs in with, so it gets the rules that find them as models of the user's own,
 * which botocore prefers ({@code ~/.aws/models}).
 */
public final class AwsCli {
    private static final Path PROGRAM = Path.of("/usr/bin/aws");

    private static final String RULES =
            """
            {"version": "1.0",
             "parameters": {
               "Region": {"builtIn": "AWS::Region", "required": false, "documentation": "",
                          "type": "String"},
               "UseDualStack": {"builtIn": "AWS::UseDualStack", "required": true,
                                "default": false, "documentation": "", "type": "Boolean"},
               "UseFIPS": {"builtIn": "AWS::UseFIPS", "required": true, "default": false,
                           "documentation": "", "type": "Boolean"},
               "Endpoint": {"builtIn": "SDK::Endpoint", "required": false, "documentation": "",
                            "type": "String"}},
             "rules": [{"conditions": [], "type": "endpoint",
                        "endpoint": {"url": "%s", "properties": {}, "headers": {}}}]}
            """;

    private final Path home;

    /** What a call printed. */
    public record Result(int status, String output) {}

    /**
     * @param home the operator's home folder, with {@code .aws} in it
     */
    public AwsCli(Path home) {
        this.home = home;
    }

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** Has it sign in there. */
    public AwsCli signsInAt(URI endpoint) {
        for (String service : List.of("sso", "sso-oidc")) {
            Path folder = home.resolve(".aws/models/" + service + "/2019-06-10");
            try {
                Files.createDirectories(folder);
                Files.writeString(
                        folder.resolve("endpoint-rule-set-1.json"), RULES.formatted(endpoint));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    /** Runs it and waits for its end. */
    public Result run(String... arguments) {
        Process process = start(arguments);
        try (var output = process.inputReader()) {
            String text = String.join("\n", output.lines().toList());
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the AWS CLI does not end");
            }
            return new Result(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs it; its errors are part of its output. */
    public Process start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("HOME", home.toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_PAGER", "");
        environment.put("PYTHONWARNINGS", "ignore");
        try {
            Process process = builder.directory(home.toFile()).start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
