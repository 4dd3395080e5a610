package org.outturn.app;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks for shared libraries where the dynamic linker does (ld.so(8)): {@code LD_LIBRARY_PATH}, the
 * cache {@code /etc/ld.so.cache}, the usual folders. Starts no process and loads nothing.
 */
final class LibraryFinder {
    private static final List<String> FOLDERS =
            List.of(
                    "lib",
                    "usr/lib",
                    "lib64",
                    "usr/lib64",
                    "usr/local/lib",
                    "usr/lib/x86_64-linux-gnu",
                    "usr/lib/aarch64-linux-gnu");

    /**
     * Fifth byte of an ELF file (elf(5), EI_CLASS): 2 in 64-bit objects, the only ones that a
     * 64-bit JVM can load.
     */
    private static final int ELF_CLASS = 4;

    private static final int ELF_CLASS_64 = 2;

    private final Path root;
    private final Map<String, String> environment;

    /**
     * @param root the folder that stands for {@code /}
     * @param environment the environment of the process
     */
    LibraryFinder(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    /**
     * Whether the linker would find the library. A system whose linker keeps no readable cache
     * (musl, NixOS) lays its libraries out in ways of its own: there nothing is called missing.
     */
    boolean has(String soname) {
        byte[] cache;
        try {
            cache = Files.readAllBytes(root.resolve("etc/ld.so.cache"));
        } catch (IOException unreadable) {
            return true;
        }
        return Stream.concat(inFolders(soname), inCache(cache, soname)).anyMatch(this::isLoadable);
    }

    private Stream<Path> inFolders(String soname) {
        Stream<Path> own =
                Stream.of(environment.getOrDefault("LD_LIBRARY_PATH", "").split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .map(this::underRoot);
        return Stream.concat(own, FOLDERS.stream().map(root::resolve))
                .map(folder -> folder.resolve(soname));
    }

    /**
     * The cache ends in a table of zero-terminated full paths, in both its old and its new form.
     */
    private Stream<Path> inCache(byte[] cache, String soname) {
        return Stream.of(new String(cache, StandardCharsets.ISO_8859_1).split("\0"))
                .filter(text -> text.startsWith("/") && text.endsWith("/" + soname))
                .map(this::underRoot);
    }

    private Path underRoot(String absolute) {
        return root.resolve(absolute.replaceFirst("^/+", ""));
    }

    private boolean isLoadable(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(ELF_CLASS + 1);
            return head.length > ELF_CLASS && head[ELF_CLASS] == ELF_CLASS_64;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
