package com.euphoriapos.store.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process did to the files of a folder, call by call as {@code strace} saw it, and what a disk may hold that loses its power
 * between two of them: all that was flushed, and any part of the rest, torn between sectors.
 */
final class DiskTrace {
    private static final int SECTOR = 512;
    private static final int ID_LENGTH = 36;
    /** Begins whatever a process says that is no sale. */
    static final String FACT = "fact ";

    private static final Pattern CALL = Pattern.compile("^(\\d+) +(\\w+)\\((.*)$");
    private static final Pattern RESUMED = Pattern.compile("^(\\d+) +<\\.\\.\\. (\\w+) resumed>(.*)$");
    private static final Pattern FILE = Pattern.compile("^\\d+<([^>]*)>");
    private static final Pattern TEXT = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*)\"");
    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)\\) += (-?\\d+)");
    private static final String UNFINISHED = " <unfinished ...>";

    /** One call that matters. */
    sealed interface Call {
        /** Bytes at a place of a file. */
        record Write(String file, long at, byte[] bytes) implements Call {}

        record Truncate(String file, long size) implements Call {}

        /** Everything of the file is durable; of the folder, which files there are. */
        record Flush(String file) implements Call {}

        record Remove(String file) implements Call {}

        /** The process said something. */
        record Said(String text) implements Call {}
    }

    private final List<Call> calls = new ArrayList<>();
    private final Path folder;

    private DiskTrace(Path folder) {
        this.folder = folder;
    }

    /** Reads what strace wrote with {@code -f -y -xx}. */
    static DiskTrace read(Path log, Path folder) throws IOException {
        DiskTrace trace = new DiskTrace(folder);
        Map<String, String> begun = new HashMap<>();
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            for (String line : (Iterable<String>) lines::iterator) {
                trace.line(line, begun);
            }
        }
        return trace;
    }

    List<Call> calls() {
        return calls;
    }

    private void line(String line, Map<String, String> begun) {
        Matcher resumed = RESUMED.matcher(line);
        if (resumed.matches()) {
            String beginning = begun.remove(resumed.group(1));
            if (beginning != null) {
                call(beginning + resumed.group(3));
            }
        } else if (line.endsWith(UNFINISHED)) {
            String beginning = line.substring(0, line.length() - UNFINISHED.length());
            begun.put(beginning.substring(0, beginning.indexOf(' ')), beginning);
        } else {
            call(line);
        }
    }

    private void call(String line) {
        Matcher call = CALL.matcher(line);
        if (!call.matches()) {
            return;
        }
        String arguments = call.group(3);
        Matcher result = LAST_NUMBER.matcher(arguments);
        long last = 0;
        long returned = arguments.endsWith("= 0") ? 0 : -1;
        while (result.find()) {
            last = Long.parseLong(result.group(1));
            returned = Long.parseLong(result.group(2));
        }
        if (returned < 0) {
            return;
        }
        if (call.group(2).equals("unlink")) {
            name(text(arguments)).ifPresent(file -> calls.add(new Call.Remove(file)));
            return;
        }
        Matcher opened = FILE.matcher(arguments);
        if (opened.find()) {
            onFile(call.group(2), path(opened.group(1)), arguments, last);
        }
    }

    private void onFile(String what, String path, String arguments, long last) {
        if (what.equals("write") && arguments.startsWith("1<")) {
            calls.add(new Call.Said(text(arguments)));
            return;
        }
        Optional<String> file = path.equals(folder.toString()) ? Optional.of("") : name(path);
        if (file.isEmpty()) {
            return;
        }
        switch (what) {
            case "pwrite64" -> calls.add(new Call.Write(file.get(), last, bytes(arguments)));
            case "ftruncate" -> calls.add(new Call.Truncate(file.get(), last));
            case "fsync", "fdatasync" -> calls.add(new Call.Flush(file.get()));
            default -> {}
        }
    }

    /** The database and what goes with it; its shared memory is made anew at each opening. */
    private Optional<String> name(String path) {
        Path file = Path.of(path);
        boolean ours =
                folder.equals(file.getParent()) && file.getFileName().toString().startsWith("pos.sqlite");
        return ours && !path.endsWith("-shm") ? Optional.of(file.getFileName().toString()) : Optional.empty();
    }

    private static String text(String arguments) {
        return new String(bytes(arguments), StandardCharsets.UTF_8);
    }

    private static String path(String shown) {
        return shown.startsWith("\\x") ? new String(unhex(shown), StandardCharsets.UTF_8) : shown;
    }

    private static byte[] bytes(String arguments) {
        Matcher text = TEXT.matcher(arguments);
        return text.find() ? unhex(text.group(1)) : new byte[0];
    }

    private static byte[] unhex(String hex) {
        byte[] bytes = new byte[hex.length() / 4];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex, i * 4 + 2, i * 4 + 4, 16);
        }
        return bytes;
    }

    /** A file as it may be after the power is back. */
    private static final class Content {
        byte[] bytes = new byte[0];

        void write(long at, byte[] what, int from, int to) {
            int end = (int) at + to;
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, end);
            }
            System.arraycopy(what, from, bytes, (int) at + from, to - from);
        }
    }

    /** The disk while the calls are played again. */
    static final class Disk {
        private final Map<String, Content> flushed = new TreeMap<>();
        private final List<Call> since = new ArrayList<>();
        private final Set<String> said = new HashSet<>();

        /** All that the process had said by now. */
        Set<String> said() {
            return said;
        }

        void play(Call call) {
            if (call instanceof Call.Said text) {
                text.text()
                        .lines()
                        .filter(line -> line.length() == ID_LENGTH || line.startsWith(FACT))
                        .forEach(said::add);
            } else if (call instanceof Call.Flush flush) {
                flush(flush.file());
            } else {
                since.add(call);
            }
        }

        private void flush(String file) {
            List<Call> kept = new ArrayList<>();
            for (Call call : since) {
                boolean done = file.isEmpty()
                        ? call instanceof Call.Remove
                        : fileOf(call).equals(file);
                if (done) {
                    apply(flushed, call, 1, new Random(0));
                } else {
                    kept.add(call);
                }
            }
            since.clear();
            since.addAll(kept);
        }

        private static String fileOf(Call call) {
            return call instanceof Call.Write write
                    ? write.file()
                    : call instanceof Call.Truncate truncate ? truncate.file() : "";
        }

        private static void apply(Map<String, Content> files, Call call, double share, Random random) {
            if (call instanceof Call.Write write) {
                Content content = files.computeIfAbsent(write.file(), f -> new Content());
                for (int from = 0; from < write.bytes().length; from += SECTOR) {
                    int to = Math.min(write.bytes().length, from + SECTOR);
                    if (random.nextDouble() < share) {
                        content.write(write.at(), write.bytes(), from, to);
                    }
                }
            } else if (random.nextDouble() < share) {
                if (call instanceof Call.Truncate truncate) {
                    Content content = files.computeIfAbsent(truncate.file(), f -> new Content());
                    content.bytes = Arrays.copyOf(content.bytes, (int) truncate.size());
                } else if (call instanceof Call.Remove remove) {
                    files.remove(remove.file());
                }
            }
        }

        /** Writes what the disk may hold: of what was not flushed that share, by chance. */
        void image(Path to, double share, Random random) throws IOException {
            Map<String, Content> files = new TreeMap<>();
            flushed.forEach((name, content) -> {
                Content copy = new Content();
                copy.bytes = content.bytes.clone();
                files.put(name, copy);
            });
            since.forEach(call -> apply(files, call, share, random));
            Files.createDirectories(to);
            for (Map.Entry<String, Content> file : files.entrySet()) {
                Files.write(to.resolve(file.getKey()), file.getValue().bytes);
            }
        }
    }
}
