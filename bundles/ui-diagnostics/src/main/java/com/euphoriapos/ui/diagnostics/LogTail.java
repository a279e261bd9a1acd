package com.euphoriapos.ui.diagnostics;

import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.ui.diagnostics.DiagnosticsState.LogRow;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last lines of the diary, newest first. Reads at most the last 64 KB; stack traces are left to the file. */
final class LogTail {
    private static final int BYTES_MAX = 64 * 1024;
    private static final Pattern LINE = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}T(\\d{2}:\\d{2}:\\d{2}\\.\\d{3})\\S* (\\w+) +\\[[^\\]]*\\] (\\S+) - (.*)");

    private LogTail() {}

    /** @throws IOException when the file is there but cannot be read */
    static List<LogRow> read(Path file, int linesMax) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<LogRow> rows = new ArrayList<>();
        for (String line : tail(file).split("\\R")) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                rows.add(row(matcher));
            }
        }
        Collections.reverse(rows);
        return rows.size() > linesMax ? rows.subList(0, linesMax) : rows;
    }

    private static LogRow row(Matcher matcher) {
        String name = matcher.group(3);
        return new LogRow(
                matcher.group(1),
                switch (matcher.group(2)) {
                    case "ERROR" -> Level.DANGER;
                    case "WARN" -> Level.WARN;
                    default -> Level.OFF;
                },
                switch (matcher.group(2)) {
                    case "ERROR" -> "Error";
                    case "WARN" -> "Warning";
                    case "INFO" -> "Info";
                    default -> "Detail";
                },
                name.substring(name.lastIndexOf('.') + 1),
                matcher.group(4));
    }

    private static String tail(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, in.length() - BYTES_MAX);
            in.seek(start);
            byte[] bytes = new byte[(int) (in.length() - start)];
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
