package com.euphoriapos.testkit.printer;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of paper, from one cut to the next. */
public record PrintedReceipt(List<PrintedLine> lines) {
    public PrintedReceipt {
        lines = List.copyOf(lines);
    }

    /** What a person reads, lines ended by newlines. */
    public String text() {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    /** The same with styles marked. */
    public String markedText() {
        return lines.stream().map(line -> line.marked() + "\n").collect(Collectors.joining());
    }
}
