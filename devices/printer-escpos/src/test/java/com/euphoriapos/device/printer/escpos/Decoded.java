package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.testkit.printer.EscPosDecoder;
import com.euphoriapos.testkit.printer.PrintedLine;
import com.euphoriapos.testkit.printer.PrinterMechanics;
import java.util.ArrayList;
import java.util.List;

/** What an outside decoder makes of bytes. */
final class Decoded implements PrinterMechanics {
    final List<String> problems = new ArrayList<>();
    final List<Integer> pulses = new ArrayList<>();
    final StringBuilder text = new StringBuilder();
    final StringBuilder marked = new StringBuilder();
    int cuts;
    boolean atRest;

    static Decoded of(byte[] bytes, int columns) {
        Decoded decoded = new Decoded();
        EscPosDecoder decoder = new EscPosDecoder(columns, decoded);
        decoder.accept(bytes);
        decoded.atRest = decoder.atRest();
        return decoded;
    }

    @Override
    public void printed(PrintedLine line) {
        text.append(line.text()).append('\n');
        marked.append(line.marked()).append('\n');
    }

    @Override
    public void cut() {
        cuts++;
        text.append("=== cut\n");
        marked.append("=== cut\n");
    }

    @Override
    public void pulse(int pin, int onMillis) {
        pulses.add(pin);
    }

    @Override
    public void transmitStatus(int n) {
        text.append("=== status ").append(n).append('\n');
    }

    @Override
    public void automaticStatus(int mask) {
        text.append("=== automatic status ").append(mask).append('\n');
    }

    @Override
    public void problem(String description) {
        problems.add(description);
    }
}
