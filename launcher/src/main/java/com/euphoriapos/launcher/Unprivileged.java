package com.euphoriapos.launcher;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How a program is run that refuses to run as root.
 *
 * @param words what stands before its command; nothing where this process has no root's rights
 * @param owner whose its files have to be, by number; empty where that is nobody's question
 */
record Unprivileged(List<String> words, String owner) {
    private static final String ROOT = "0";
    private static final String NOBODY = "65534";
    private static final long PATIENCE_SECONDS = 60;

    /** For who is not root. */
    static final Unprivileged AS_WE_ARE = new Unprivileged(List.of(), "");

    /** In a user name space of its own, where root is nobody; outside of it the files stay root's. */
    static final Unprivileged NAME_SPACE = new Unprivileged(List.of("unshare", "--user", "--"), ROOT);

    /**
     * As nobody, where name spaces are forbidden, such as in many containers. The one right that it keeps lets it into the home of root, below
     * which its data may lie.
     */
    static final Unprivileged NOBODYS = new Unprivileged(
            List.of(
                    "setpriv",
                    "--reuid=" + NOBODY,
                    "--regid=" + NOBODY,
                    "--clear-groups",
                    "--inh-caps=+dac_override",
                    "--ambient-caps=+dac_override",
                    // Else a program that asks whether it may read a file is told what it might without that right.
                    "--securebits=+no_setuid_fixup",
                    "--"),
            NOBODY);

    Unprivileged {
        words = List.copyOf(words);
    }

    /** The first way that works here. */
    static Unprivileged find() throws IOException {
        if (!AS_WE_ARE.user().equals(ROOT)) {
            return AS_WE_ARE;
        }
        for (Unprivileged way : List.of(NAME_SPACE, NOBODYS)) {
            if (way.isPossible()) {
                return way;
            }
        }
        throw new IOException("PostgreSQL does not run as root, and nothing here gives root's rights up"
                + " (unshare, setpriv): start the demo of the cloud end as another user");
    }

    /** Whether a program gets rid of root's rights by it. */
    boolean isPossible() {
        String user = user();
        return !user.isEmpty() && !user.equals(ROOT);
    }

    private String user() {
        try {
            return output("id", "-u");
        } catch (IOException missing) {
            return "";
        }
    }

    /** A command as it has to be started. */
    List<String> command(List<String> command) {
        List<String> all = new ArrayList<>(words);
        all.addAll(command);
        return all;
    }

    /** What a short command says; empty where it fails. */
    String output(String... command) throws IOException {
        Process process = new ProcessBuilder(command(List.of(command)))
                .redirectError(Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return await(process) == 0 ? text : "";
    }

    /** Hands a folder over to whoever it is that the program runs as. */
    void own(Path folder) throws IOException {
        if (owner.isEmpty() || Files.notExists(folder)) {
            return;
        }
        Process process = new ProcessBuilder("chown", "-R", owner, folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        if (await(process) != 0) {
            throw new IOException("can't hand over " + folder);
        }
    }

    /** Its exit code, once it has ended; it is ended where it takes too long. */
    static int await(Process process) throws IOException {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new IOException("a program does not end");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException(interrupted);
        }
    }
}
