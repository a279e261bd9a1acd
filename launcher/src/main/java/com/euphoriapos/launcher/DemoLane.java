package com.euphoriapos.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleContext;

/**
 * A further demo lane's side of the pipe to the process that started it: asks for the code by which it joins. A pipe, because nobody else
 * can read it and nothing of it stays.
 */
final class DemoLane {
    /** What the lane says; anything else that is printed there means nothing. */
    static final String INVITE = "demo lane: invite";

    static final String DONE = "demo lane: done";

    private final BufferedReader in;
    private final PrintStream out;

    DemoLane(InputStream in, PrintStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    void register(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of("pos.demo.starter", Boolean.TRUE));
        UnaryOperator<String> starter = this::say;
        context.registerService(UnaryOperator.class, starter, properties);
    }

    private String say(String what) {
        if (!what.equals("invite")) {
            out.println(DONE);
            return "";
        }
        out.println(INVITE);
        try {
            String line = in.readLine();
            return line == null ? "" : line;
        } catch (IOException starterIsGone) {
            return "";
        }
    }
}
