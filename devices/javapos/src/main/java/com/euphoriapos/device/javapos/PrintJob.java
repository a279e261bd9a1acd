package com.euphoriapos.device.javapos;

import java.util.List;

/**
 * What is printed as one unit. All of it was checked: text is free of escape sequences.
 *
 * @param items in order
 * @param characterSet the code page to use, one of {@link PrinterTraits#characterSets()}
 * @param lineChars columns in the normal size, one of {@link PrinterTraits#lineCharsList()}
 * @param immediate whether it jumped the queue, as with text that a support technician sends
 */
public record PrintJob(List<PrintItem> items, int characterSet, int lineChars, boolean immediate) {
    public PrintJob {
        items = List.copyOf(items);
    }
}
