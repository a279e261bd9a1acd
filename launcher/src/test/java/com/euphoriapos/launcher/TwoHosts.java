package com.euphoriapos.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Two hosts with a cable between them, and nothing else: network namespaces of this machine. Their network has the addresses
 * 10.77.0.0/24; no packet leaves it. Needs root and iproute2; where they can't be made the test is skipped.
 */
final class TwoHosts implements AutoCloseable {
    private static final long COMMAND_SECONDS = 60;

    private final String name = "pos" + ProcessHandle.current().pid();

    private TwoHosts() {}

    /** Makes them. */
    static TwoHosts open() throws IOException, InterruptedException {
        TwoHosts hosts = new TwoHosts();
        Assumptions.assumeTrue(
                Desktop.installed("ip")
                        && hosts.run("netns", "add", hosts.name(1)).isEmpty(),
                "network namespaces can't be made here");
        try {
            hosts.must("netns", "add", hosts.name(2));
            String one = hosts.name(1);
            String two = hosts.name(2);
            hosts.must("link", "add", "pos1", "netns", one, "type", "veth", "peer", "name", "pos2", "netns", two);
            for (int host = 1; host <= 2; host++) {
                hosts.must("-n", hosts.name(host), "link", "set", "lo", "up");
                hosts.must("-n", hosts.name(host), "link", "set", "pos" + host, "up");
                hosts.address(host, host);
            }
            return hosts;
        } catch (IOException | InterruptedException | AssertionError e) {
            hosts.close();
            throw e;
        }
    }

    /** What to write before a command that is to run on the first (1) or the second (2). */
    List<String> on(int host) {
        return List.of("ip", "netns", "exec", name(host));
    }

    /** Gives a host an address, 10.77.0.{@code last}, in place of the one that it had. */
    void address(int host, int last) throws IOException, InterruptedException {
        must("-n", name(host), "address", "flush", "dev", "pos" + host, "scope", "global");
        must("-n", name(host), "address", "add", "10.77.0." + last + "/24", "dev", "pos" + host);
        // Multicast, too, wants to know by which way.
        must("-n", name(host), "route", "replace", "default", "dev", "pos" + host);
    }

    private String name(int host) {
        return name + "-" + host;
    }

    private void must(String... words) throws IOException, InterruptedException {
        Assertions.assertEquals("", run(words), String.join(" ", words));
    }

    /** What was said; nothing when all went well. */
    private String run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return "does not end";
        }
        return process.exitValue() == 0 ? "" : "exit " + process.exitValue() + ": " + said.strip();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (int host = 1; host <= 2; host++) {
            run("netns", "delete", name(host));
        }
    }
}
