package org.outturn.app;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for shared libraries where the dynamic linker does (ld.so(8)): {@code LD_LIBRARY_PATH}, the
 * cache {@code /etc/ld.so.cache}, the usual folders. Starts no process and loads nothing.
 */
final class LibraryFinder {
    private static final List<String> FOLDERS =
            List.of(
                    "/lib",
                    "/usr/lib",
                    "/lib64",
                    "/usr/lib64",
                    "/usr/local/lib",
                    "/usr/lib/x86_64-linux-gnu",
                    "/usr/lib/aarch64-linux-gnu");

    /**
     * Where an ELF file says its word size (elf(5), EI_CLASS); a 64-bit JVM loads only 64-bit
     * objects.
     */
    private static final int ELF_CLASS = 4;

    private static final int ELF_CLASS_64 = 2;

    private final Path root;
    private final List<String> folders = new ArrayList<>();
    private final Optional<String> cache;

    /**
     * @param root the folder that stands for {@code /}
     * @param environment the environment of the process
     */
    LibraryFinder(Path root, Map<String, String> environment) {
        this.root = root;
        for (String own :
                environment.getOrDefault("LD_LIBRARY_PATH", "").split(File.pathSeparator)) {
            if (own.startsWith("/")) {
                folders.add(own);
            }
        }
        folders.addAll(FOLDERS);
        this.cache = read(root.resolve("etc/ld.so.cache"));
    }

    /** One character a byte: the paths in it are what matters. */
    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /**
     * Whether the linker would find the library. A system whose linker keeps no readable cache
     * (musl, NixOS) lays its libraries out in ways of its own: there nothing is called missing.
     */
    boolean has(String soname) {
        return cache.isEmpty() || isIn(cache.get(), soname) || isInFolder(soname);
    }

    /**
     * The cache ends in a table of zero-terminated full paths, in both its old and its new form.
     */
    private boolean isIn(String paths, String soname) {
        String end = "/" + soname + "\0";
        for (int at = paths.indexOf(end); at >= 0; at = paths.indexOf(end, at + 1)) {
            int start = paths.lastIndexOf('\0', at) + 1;
            if (isLoadable(paths.substring(start, at + end.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean isInFolder(String soname) {
        return folders.stream().anyMatch(folder -> isLoadable(folder + "/" + soname));
    }

    private boolean isLoadable(String path) {
        try (InputStream in = Files.newInputStream(root.resolve(path.substring(1)))) {
            byte[] head = in.readNBytes(ELF_CLASS + 1);
            return head.length > ELF_CLASS && head[ELF_CLASS] == ELF_CLASS_64;
        } catch (IOException noSuchFile) {
            return false;
        }
    }
}
