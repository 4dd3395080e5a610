package org.outturn.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether an X server answers. JavaFX on Linux draws through X11 alone; under Wayland that is
 * Xwayland, which sets {@code DISPLAY} as well. How the name is read: X(7), "DISPLAY NAMES".
 */
final class DisplayCheck {
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:(?<host>[^:/]*|\\[[^]]*])(?:/\\w+)?)?:(?<number>\\d{1,5})(?:\\.\\d+)?");
    private static final int FIRST_PORT = 6000;
    private static final int TIMEOUT_MS = 2_000;

    private final Path root;
    private final Map<String, String> environment;

    DisplayCheck(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    /** What is wrong with the display, as the end of a sentence; empty when a server listens. */
    Optional<String> obstacle() {
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isBlank()) {
            return Optional.of(
                    environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank()
                            ? "there is no display (DISPLAY is not set)"
                            : "this Wayland session has no Xwayland (DISPLAY is not set), which it"
                                    + " needs to draw");
        }
        Matcher name = NAME.matcher(display);
        boolean answers =
                name.matches()
                        // a path instead of a host: a forwarded socket, as on macOS
                        ? answers(name.group("host"), Integer.parseInt(name.group("number")))
                        : display.startsWith("/") && answersAt(Path.of(display));
        return answers ? Optional.empty() : Optional.of("no display answers at DISPLAY=" + display);
    }

    private boolean answers(@Nullable String host, int number) {
        if (host == null || host.isEmpty() || host.equals("unix")) {
            String socket = "tmp/.X11-unix/X" + number;
            return answersAt(root.resolve(socket))
                    || listensAbstractly("@/" + socket)
                    || answersByNetwork("localhost", number);
        }
        return answersByNetwork(host, number);
    }

    private static boolean answersAt(Path socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException | IllegalArgumentException nobody) {
            return false;
        }
    }

    /**
     * Java cannot connect to Linux's abstract sockets, but the kernel lists them (proc(5),
     * /proc/net/unix).
     */
    private boolean listensAbstractly(String socket) {
        try {
            return Files.readString(root.resolve("proc/net/unix"))
                    .lines()
                    .anyMatch(line -> line.endsWith(" " + socket));
        } catch (IOException unknown) {
            return false;
        }
    }

    private static boolean answersByNetwork(String host, int number) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, FIRST_PORT + number), TIMEOUT_MS);
            return true;
        } catch (IOException | IllegalArgumentException nobody) {
            return false;
        }
    }
}
