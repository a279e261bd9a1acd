package com.euphoriapos.device.javapos;

import java.util.List;

/**
 * What a printer can do.
 *
 * @param lineCharsList columns that it offers, the usual one first, such as 48, 64
 * @param dotsWide width of the print area in dots
 * @param lineHeight height of a line in dots, spacing included
 * @param linesToCut lines between print head and cutter
 * @param cutter whether it can cut
 * @param pictures whether it prints pictures
 * @param symbologies the {@code PTR_BCS_} numbers that it prints
 * @param characterSets code pages, the usual one first, such as 858
 * @param reportsStatus whether paper, cover and power can be told
 */
public record PrinterTraits(
        List<Integer> lineCharsList,
        int dotsWide,
        int lineHeight,
        int linesToCut,
        boolean cutter,
        boolean pictures,
        List<Integer> symbologies,
        List<Integer> characterSets,
        boolean reportsStatus) {
    public PrinterTraits {
        lineCharsList = List.copyOf(lineCharsList);
        symbologies = List.copyOf(symbologies);
        characterSets = List.copyOf(characterSets);
        if (lineCharsList.isEmpty() || characterSets.isEmpty()) {
            throw new IllegalArgumentException("a printer has columns and a character set");
        }
    }

    /** The usual number of columns. */
    public int lineChars() {
        return lineCharsList.get(0);
    }

    /** The usual code page. */
    public int characterSet() {
        return characterSets.get(0);
    }
}
