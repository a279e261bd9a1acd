package com.euphoriapos.shell;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads what must not be an argument, because lines with commands end up in scripts and in the log: a PIN is the next line of standard
 * input. At a terminal it is asked for and not shown.
 */
final class Secrets {
    private static final int LENGTH_MAX = 100;

    private final BufferedReader lines;
    private final @Nullable Console terminal;
    private char[] last = new char[0];

    Secrets(BufferedReader lines, @Nullable Console terminal) {
        this.lines = lines;
        this.terminal = terminal;
    }

    /**
     * The next line, without a string that would stay in memory.
     *
     * @throws CommandException when there is none
     */
    char[] read(String what) {
        try {
            char[] typed = terminal != null && !lines.ready() ? terminal.readPassword("%s: ", what) : nextLine();
            if (typed == null || typed.length == 0) {
                throw new CommandException("the next line of standard input has to be the " + what);
            }
            last = typed;
            return typed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever became of the command: what it read is gone. */
    void wipe() {
        Arrays.fill(last, '\0');
    }

    private char[] nextLine() throws IOException {
        char[] line = new char[LENGTH_MAX];
        int length = 0;
        for (int c = lines.read(); c != -1 && c != '\n'; c = lines.read()) {
            if (c != '\r' && length < LENGTH_MAX) {
                line[length++] = (char) c;
            }
        }
        char[] read = Arrays.copyOf(line, length);
        Arrays.fill(line, '\0');
        return read;
    }
}
