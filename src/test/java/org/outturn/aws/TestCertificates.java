package org.outturn.aws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Certificates made on the spot by the JDK's keytool, each under the name "self" in its store. */
public final class TestCertificates {
    static final String PASSWORD = "not-a-secret";

    private static final List<String> NAMES_OF_FILES =
            List.of("authority.p12", "ca.pem", "key.p12", "request");

    private TestCertificates() {}

    /** Signed by nobody else, good from now on. */
    public static Path selfSigned(Path file, String host, String... more)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=storage,O=Works"));
        command.addAll(List.of("-ext", "SAN=" + host));
        command.addAll(Arrays.asList(more));
        if (!command.contains("-validity")) {
            command.addAll(List.of("-validity", "30"));
        }
        keytool(file, command.toArray(String[]::new));
        return file;
    }

    /** Signed by an authority whose certificate is in {@code ca.pem} beside it. */
    public static Path signed(Path folder, String host, String... more)
            throws IOException, InterruptedException {
        Path authority = folder.resolve("authority.p12");
        if (Files.notExists(authority)) {
            for (String name : NAMES_OF_FILES) {
                Files.copy(Made.ONCE.folder.resolve(name), folder.resolve(name));
            }
        }
        Path file = folder.resolve("signed-" + Files.list(folder).count() + ".p12");
        Files.copy(folder.resolve("key.p12"), file);
        Path answer = folder.resolve("answer.pem");
        var sign = new ArrayList<>(List.of("-gencert", "-rfc", "-ext", "SAN=" + host, "-infile"));
        sign.addAll(List.of(folder.resolve("request").toString(), "-outfile", answer.toString()));
        sign.addAll(Arrays.asList(more));
        keytool(authority, sign.toArray(String[]::new));
        Path chain = folder.resolve("chain.pem");
        Files.writeString(
                chain,
                Files.readString(answer, StandardCharsets.US_ASCII)
                        + Files.readString(folder.resolve("ca.pem"), StandardCharsets.US_ASCII));
        keytool(file, "-importcert", "-noprompt", "-file", chain.toString());
        return file;
    }

    /** Makes an authority of its own for a folder, and a key that asks for its signature. */
    static void authority(Path folder) throws IOException, InterruptedException {
        Path authority = folder.resolve("authority.p12");
        keytool(
                authority,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Works Authority",
                "-ext",
                "bc:c");
        keytool(authority, "-exportcert", "-rfc", "-file", folder.resolve("ca.pem").toString());
        Path key = folder.resolve("key.p12");
        keytool(key, "-genkeypair", "-keyalg", "EC", "-dname", "CN=storage,O=Works");
        keytool(key, "-certreq", "-file", folder.resolve("request").toString());
    }

    /** The authority that most tests share: each run of keytool takes half a second. */
    private enum Made {
        ONCE;

        private final Path folder;

        Made() {
            try {
                folder = Files.createTempDirectory("authority");
                folder.toFile().deleteOnExit();
                authority(folder);
                NAMES_OF_FILES.forEach(name -> folder.resolve(name).toFile().deleteOnExit());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("no authority", e);
            }
        }
    }

    static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    /** SHA-256 of the certificate in a store. */
    public static String sha256(Path file) throws IOException, GeneralSecurityException {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(load(file).getCertificate("self").getEncoded()));
    }

    private static void keytool(Path store, String... arguments)
            throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        // it lives for a moment: what makes long runs fast only costs
        var command =
                new ArrayList<>(
                        List.of(
                                keytool.toString(),
                                "-J-XX:TieredStopAtLevel=1",
                                "-J-XX:+UseSerialGC"));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("-alias", "self", "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of("-keystore", store.toString()));
        int exit =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IOException("keytool ended with " + exit);
        }
    }
}
