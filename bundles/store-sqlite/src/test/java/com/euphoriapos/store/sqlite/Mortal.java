package com.euphoriapos.store.sqlite;

import com.euphoriapos.testkit.store.Samples;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that a test kills: says on its output what it has done. */
final class Mortal {
    private final PrintWriter out =
            new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    /** How it is started, from its main class on as this process was. */
    static List<String> command(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    void say(Object done) {
        out.println(done);
    }

    /** Sells three products, and says the sale's id after its commit returned. */
    void sell(SqliteStore store, String id) {
        store.write(h -> Samples.complete(
                h,
                Samples.sale(
                        id,
                        h.lane().nextReceiptNumber("L1"),
                        List.of(Samples.product(1), Samples.product(2), Samples.product(3)))));
        say(id);
    }
}
