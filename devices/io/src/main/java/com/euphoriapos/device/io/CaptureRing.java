package com.euphoriapos.device.io;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last 200 chunks that went over a wire, as a support technician wants to see them. What looks like a card number, in one
 * chunk or over several, is masked whenever it is shown. Thread-safe.
 */
public final class CaptureRing {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureRing.class);
    private static final int LINES_MAX = 200;
    private static final int BYTES_MAX = 64;
    private static final int CARD_DIGITS_MIN = 14;
    private static final int CARD_DIGITS_MAX = 19;

    private record Chunk(Instant at, boolean sent, byte[] bytes, int cut) {}

    private final String name;
    private final InstantSource clock;
    private final Deque<Chunk> chunks = new ArrayDeque<>();

    /** @param name the device's, for the log */
    public CaptureRing(String name, InstantSource clock) {
        this.name = name;
        this.clock = clock;
    }

    /** Keeps what was sent. */
    public void sent(byte[] bytes, int count) {
        add(true, bytes, count);
    }

    /** Keeps what was received. */
    public void received(byte[] bytes, int count) {
        add(false, bytes, count);
    }

    private synchronized void add(boolean sent, byte[] bytes, int count) {
        LOG.trace("{} {} {} bytes", name, sent ? "sent" : "received", count);
        int kept = Math.min(count, BYTES_MAX);
        chunks.add(new Chunk(clock.instant(), sent, Arrays.copyOf(bytes, kept), count - kept));
        if (chunks.size() > LINES_MAX) {
            chunks.remove();
        }
    }

    /** The lines, oldest first: time, direction, hexadecimal, text. */
    public synchronized List<String> lines() {
        List<Chunk> all = List.copyOf(chunks);
        byte[][] shown = new byte[all.size()][];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = all.get(i).bytes().clone();
        }
        mask(all, shown, true);
        mask(all, shown, false);
        List<String> lines = new ArrayList<>(shown.length);
        for (int i = 0; i < shown.length; i++) {
            lines.add(line(all.get(i), shown[i]));
        }
        return lines;
    }

    /** A number of a card may come in pieces, so runs of digits are followed over the chunks of one direction. */
    private static void mask(List<Chunk> all, byte[][] shown, boolean sent) {
        List<int[]> run = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            if (all.get(i).sent() == sent) {
                for (int j = 0; j < shown[i].length; j++) {
                    if (shown[i][j] >= '0' && shown[i][j] <= '9') {
                        run.add(new int[] {i, j});
                    } else {
                        maskRun(shown, run);
                        run.clear();
                    }
                }
            }
        }
        maskRun(shown, run);
    }

    private static void maskRun(byte[][] shown, List<int[]> run) {
        if (run.size() < CARD_DIGITS_MIN || run.size() > CARD_DIGITS_MAX) {
            return;
        }
        int sum = 0;
        for (int i = 0; i < run.size(); i++) {
            int[] at = run.get(run.size() - 1 - i);
            int digit = shown[at[0]][at[1]] - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        if (sum % 10 == 0) {
            for (int[] at : run.subList(0, run.size() - 4)) {
                shown[at[0]][at[1]] = '*';
            }
        }
    }

    private static String line(Chunk chunk, byte[] shown) {
        StringBuilder hex = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (byte b : shown) {
            hex.append(String.format(Locale.ROOT, "%02x ", b & 0xff));
            boolean printable = b >= 0x20 && b < 0x7f;
            text.append(printable ? new String(new byte[] {b}, StandardCharsets.US_ASCII) : ".");
        }
        String more = chunk.cut() == 0 ? "" : " +" + chunk.cut() + " bytes";
        return chunk.at() + (chunk.sent() ? " > " : " < ") + hex + "|" + text + "|" + more;
    }
}
