package com.euphoriapos.testkit.printer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The printer behind the connection: command queue, sensors and paper. Guarded by the emulator's lock. */
final class EmulatedPrinter implements PrinterMechanics {
    private static final int HISTORY_MAX = 10_000;

    private final Consumer<byte[]> replies;
    private final EscPosDecoder decoder;
    private final RealTimeFilter realTime = new RealTimeFilter();
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final List<PrintedReceipt> receipts = new ArrayList<>();
    private final List<PrintedLine> paper = new ArrayList<>();
    private final List<Integer> pulses = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long processed;
    private long paperOutAt = Long.MAX_VALUE;
    private boolean paperOut;
    private boolean hold;
    private boolean coverOpen;
    private boolean nearEnd;
    private boolean jammed;
    private boolean drawerHigh;
    private boolean silent;
    private boolean neverConfirms;
    private int automaticMask;
    private String lastAutomatic = "";

    EmulatedPrinter(int columns, Consumer<byte[]> replies) {
        this.replies = replies;
        this.decoder = new EscPosDecoder(columns, this);
    }

    List<PrintedReceipt> receipts() {
        return List.copyOf(receipts);
    }

    PrintedReceipt uncut() {
        return new PrintedReceipt(paper);
    }

    List<Integer> pulses() {
        return List.copyOf(pulses);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    long processed() {
        return processed;
    }

    void paperOutAfter(long bytes) {
        paperOutAt = processed + bytes;
        paperOut = bytes == 0;
    }

    void loadPaper() {
        paperOut = false;
        paperOutAt = Long.MAX_VALUE;
    }

    void loadPaperAndHold() {
        loadPaper();
        hold = true;
    }

    void cover(boolean open) {
        coverOpen = open;
    }

    void nearEnd(boolean near) {
        nearEnd = near;
    }

    void jam() {
        jammed = true;
    }

    void drawerSwitch(boolean high) {
        drawerHigh = high;
    }

    void silent(boolean value) {
        silent = value;
    }

    void neverConfirms(boolean value) {
        neverConfirms = value;
    }

    /** A new host: automatic status is off until it asks, as after a printer's own timeout. */
    void connected() {
        automaticMask = 0;
        lastAutomatic = "";
        realTime.reset();
    }

    void powerOn() {
        waiting.clear();
        decoder.clear();
        jammed = false;
        hold = false;
        automaticMask = 0;
        realTime.reset();
    }

    /** One byte from the host. */
    void accept(int octet) {
        RealTimeFilter.Result result = realTime.accept(octet);
        for (int plain : result.plain()) {
            waiting.add(plain);
        }
        if (!result.command().isEmpty()) {
            execute(result.command());
        }
        settle();
    }

    /** Prints what can be printed now and tells of a changed state. */
    void settle() {
        automatic();
        while (!waiting.isEmpty() && !offline()) {
            if (processed >= paperOutAt) {
                paperOut = true;
                break;
            }
            processed++;
            decoder.accept(waiting.remove());
        }
        if (processed >= paperOutAt) {
            paperOut = true;
        }
        automatic();
    }

    private boolean offline() {
        return paperOut || hold || coverOpen || jammed;
    }

    private void execute(List<Integer> command) {
        int parameter = command.get(2);
        switch (command.get(1)) {
            case RealTimeFilter.EOT -> answer(parameter);
            case RealTimeFilter.ENQ -> recover(parameter);
            default -> {
                if (parameter == 1) {
                    pulse(command.get(3) == 0 ? 2 : 5, command.get(4) * 100);
                } else {
                    problem("unknown real-time request " + command);
                }
            }
        }
    }

    private void recover(int parameter) {
        if (parameter != 1 && parameter != 2) {
            problem("unknown real-time recovery " + parameter);
            return;
        }
        if (parameter == 2) {
            waiting.clear();
            decoder.clear();
        }
        jammed = false;
        hold = false;
    }

    private void answer(int question) {
        int value = 0x12;
        switch (question) {
            case 1 -> value |= (drawerHigh ? 0x04 : 0) | (offline() ? 0x08 : 0);
            case 2 -> value |= (coverOpen ? 0x04 : 0) | (paperOut ? 0x20 : 0) | (jammed ? 0x40 : 0);
            case 3 -> value |= jammed ? 0x08 : 0;
            case 4 -> value |= (nearEnd || paperOut ? 0x0C : 0) | (paperOut ? 0x60 : 0);
            default -> problem("unknown real-time question " + question);
        }
        send(value);
    }

    private void automatic() {
        if (automaticMask == 0) {
            return;
        }
        int first = 0x10 | (drawerHigh ? 0x04 : 0) | (offline() ? 0x08 : 0) | (coverOpen ? 0x20 : 0);
        int second = jammed ? 0x08 : 0;
        int third = (nearEnd || paperOut ? 0x03 : 0) | (paperOut ? 0x0C : 0);
        String state = first + " " + second + " " + third;
        if (!state.equals(lastAutomatic)) {
            lastAutomatic = state;
            send(first, second, third, 0x0F);
        }
    }

    private void send(int... values) {
        if (silent) {
            return;
        }
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        replies.accept(bytes);
    }

    @Override
    public void printed(PrintedLine line) {
        bound(paper);
        paper.add(line);
    }

    @Override
    public void cut() {
        bound(receipts);
        receipts.add(new PrintedReceipt(paper));
        paper.clear();
    }

    @Override
    public void pulse(int pin, int onMillis) {
        bound(pulses);
        pulses.add(pin);
        drawerHigh = true;
    }

    @Override
    public void transmitStatus(int n) {
        if (n == 1 && !neverConfirms) {
            send(nearEnd ? 0x03 : 0);
        } else if (n == 2) {
            send(drawerHigh ? 0x01 : 0);
        } else if (n != 1) {
            problem("unknown status request " + n);
        }
    }

    @Override
    public void automaticStatus(int mask) {
        automaticMask = mask;
        lastAutomatic = "";
    }

    @Override
    public void problem(String description) {
        bound(problems);
        problems.add(description);
    }

    private static void bound(List<?> list) {
        if (list.size() >= HISTORY_MAX) {
            list.remove(0);
        }
    }
}
