package com.euphoriapos.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The set-up of a store and the pairing of its second lane, by commands to two processes. */
final class Ceremony {
    private static final Pattern INVITE = Pattern.compile(".*\"code\":\"([^\"]+)\".*\"addresses\":\\[\"([^\"]+)\".*");

    private Ceremony() {}

    /** Makes a store of which that is lane L1. */
    static void setUp(Running one, String ownerPin) throws IOException {
        one.command("pos:setup --store 'Test Store' --tax 7 --workstation L1 --owner-first Olive --pin " + ownerPin);
        one.await(line -> line.startsWith("Set up."), "the set-up");
    }

    /** Lets the other one in as lane L2, at the address that goes with the code; returns the code that was used. */
    static String join(Running one, Running two) throws IOException {
        Matcher invite = invite(one);
        join(two, "sync:join " + invite.group(2), invite.group(1));
        return invite.group(1);
    }

    /** Lets the other one in as lane L2, wherever it finds the lane with the invite. */
    static void joinNearby(Running one, Running two) throws IOException {
        join(two, "sync:join", invite(one).group(1));
    }

    private static void join(Running two, String command, String code) throws IOException {
        two.command(command + " --as L2 --json");
        two.command(code);
        two.await(line -> line.contains("\"joined\":true"), "the new lane");
    }

    private static Matcher invite(Running one) throws IOException {
        one.command("sync:invite --json");
        one.await(line -> INVITE.matcher(line).matches(), "the invite");
        return one.lines().stream()
                .map(INVITE::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow();
    }

    /** Waits until a lane says that another is connected; asks again as soon as there is an answer. */
    static void awaitConnected(Running lane, String label) {
        int[] asked = {0};
        TestLane.awaitTrue(
                () -> {
                    List<String> lines = lane.lines();
                    if (lines.stream().anyMatch(line -> line.startsWith(label + "  ACTIVE, connected"))) {
                        return true;
                    }
                    if (lines.stream()
                                    .filter(line -> line.startsWith("This lane"))
                                    .count()
                            == asked[0]) {
                        asked[0]++;
                        ask(lane);
                    }
                    return false;
                },
                label + " to be connected");
    }

    private static void ask(Running lane) {
        try {
            lane.command("sync:status");
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }
}
