package com.euphoriapos.launcher;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for the cloud end's demo.
 *
 * @param folder where they are
 * @param version the first number of it
 */
record DemoPrograms(Path folder, int version) {
    /** Variable that names the folder of the programs, where others are wanted than those that the distribution brings. */
    static final String PLACE = "POS_POSTGRES";

    private static final int VERSION_MIN = 15;
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d{1,4})");
    private static final String UNPACKED = "postgres-";
    private static final List<Path> USUAL = List.of(
            Path.of("/usr/lib/postgresql"), Path.of("/opt/homebrew/opt"), Path.of("/usr/local/opt"), Path.of("/usr"));

    /**
     * Where to look.
     *
     * @param brought folder with the archives that the distribution brings
     * @param cache where one is unpacked
     * @param platform for which programs are wanted, such as {@code linux-x86_64}
     * @param environment of this process
     * @param usual folders whose folders have programs in {@code bin}
     */
    record Places(Path brought, Path cache, String platform, Map<String, String> environment, List<Path> usual) {
        static Places of(Path distribution, Path cache) {
            String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            String arch = System.getProperty("os.arch", "");
            return new Places(
                    distribution.resolve("cloud-demo"),
                    cache,
                    (os.contains("mac") ? "darwin-" : os + "-") + (arch.equals("aarch64") ? "arm_64" : "x86_64"),
                    System.getenv(),
                    USUAL);
        }
    }

    /**
     * Those that are named by {@link #PLACE}, else those that the distribution brings, else installed ones.
     *
     * @param made by which version the data was made; empty where there is none
     * @throws IOException with a sentence for people, where there are none
     */
    static DemoPrograms find(Places places, Unprivileged way, OptionalInt made) throws IOException {
        String told = places.environment().getOrDefault(PLACE, "");
        List<DemoPrograms> usable = new ArrayList<>();
        if (!told.isBlank()) {
            at(Path.of(told), way).ifPresent(usable::add);
            if (usable.isEmpty()) {
                throw new IOException("there is no PostgreSQL " + VERSION_MIN + " or later in " + told + ", which "
                        + PLACE + " names");
            }
        } else {
            Optional<Path> brought = unpack(places);
            if (brought.isPresent()) {
                at(brought.get().resolve("bin"), way).ifPresent(usable::add);
            }
            if (usable.isEmpty() || made.isPresent() && usable.get(0).version() != made.getAsInt()) {
                for (Path place : installed(places)) {
                    at(place, way).ifPresent(usable::add);
                }
            }
        }
        if (usable.isEmpty()) {
            throw new IOException("the demo of the cloud end needs PostgreSQL " + VERSION_MIN
                    + " or later, and this distribution brings none that runs here (" + places.platform()
                    + "): install it (on Debian: apt install postgresql), or name the folder of its programs in "
                    + PLACE);
        }
        if (made.isEmpty()) {
            return usable.get(0);
        }
        return usable.stream()
                .filter(programs -> programs.version() == made.getAsInt())
                .findFirst()
                .orElseThrow(() -> new IOException("the demo's data was made by PostgreSQL " + made.getAsInt()
                        + ", and here is " + usable.get(0).version() + ": begin anew with another --home"));
    }

    /** The programs in a folder, where they run and are new enough. */
    private static Optional<DemoPrograms> at(Path folder, Unprivileged way) {
        Path postgres = folder.resolve("postgres");
        if (!Files.isExecutable(folder.resolve("initdb")) || !Files.isExecutable(postgres)) {
            return Optional.empty();
        }
        try {
            Matcher version = VERSION.matcher(way.output(postgres.toString(), "--version"));
            return version.find() && Integer.parseInt(version.group(1)) >= VERSION_MIN
                    ? Optional.of(new DemoPrograms(folder, Integer.parseInt(version.group(1))))
                    : Optional.empty();
        } catch (IOException unable) {
            return Optional.empty();
        }
    }

    private static List<Path> installed(Places places) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String place : places.environment().getOrDefault("PATH", "").split(File.pathSeparator)) {
            all.add(Path.of(place));
        }
        for (Path usual : places.usual()) {
            if (Files.isDirectory(usual)) {
                try (Stream<Path> versions = Files.list(usual)) {
                    versions.sorted(Comparator.<Path>naturalOrder().reversed())
                            .map(version -> version.resolve("bin"))
                            .forEach(all::add);
                }
            }
        }
        return all;
    }

    /** Unpacks what the distribution brings for this platform, where that was not done before; empty where it brings nothing. */
    private static Optional<Path> unpack(Places places) throws IOException {
        Path archive = places.brought().resolve(UNPACKED + places.platform() + ".txz");
        if (Files.notExists(archive)) {
            return Optional.empty();
        }
        String name = UNPACKED + Files.size(archive);
        Path folder = places.cache().resolve(name);
        if (Files.isDirectory(folder)) {
            return Optional.of(folder);
        }
        Files.createDirectories(places.cache());
        try (Stream<Path> old = Files.list(places.cache())) {
            for (Path other : old.filter(file -> file.getFileName().toString().startsWith(UNPACKED))
                    .toList()) {
                delete(other);
            }
        }
        Path half = Files.createDirectory(places.cache().resolve(name + ".new"));
        Process tar = new ProcessBuilder("tar", "-xf", "-", "-C", half.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        try (InputStream packed = new XZInputStream(new BufferedInputStream(Files.newInputStream(archive)));
                OutputStream unpacking = tar.getOutputStream()) {
            packed.transferTo(unpacking);
        }
        if (Unprivileged.await(tar) != 0) {
            throw new IOException("can't unpack " + archive);
        }
        return Optional.of(Files.move(half, folder));
    }

    /** Deletes a folder that may be there. */
    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
