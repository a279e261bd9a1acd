package com.euphoriapos.device.printer.escpos.encoder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a family of printers can do.
 *
 * @param name the name in settings
 * @param columns characters of the normal font on a line, 16 to 80
 * @param dotsPerLine printable dots on a line, for barcodes
 * @param tables the parameter of {@code ESC t} for each code page that the printer has
 * @param status how it tells its state
 * @param barcodes whether it draws Code 128 by itself
 * @param qrCodes whether it draws QR codes by itself
 * @param cutter whether it cuts paper
 */
public record PrinterProfile(
        String name,
        int columns,
        int dotsPerLine,
        Map<CodePage, Integer> tables,
        StatusCapability status,
        boolean barcodes,
        boolean qrCodes,
        boolean cutter) {

    private static final Map<CodePage, Integer> EPSON_TABLES =
            Stream.of(CodePage.values()).collect(Collectors.toUnmodifiableMap(page -> page, CodePage::epsonTable));

    public PrinterProfile {
        if (columns < 16 || columns > 80) {
            throw new IllegalArgumentException("a printer has 16 to 80 columns, not " + columns);
        }
        tables = Map.copyOf(tables);
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("a printer has at least one code page");
        }
    }

    /** The profiles that come with the driver. */
    public static List<PrinterProfile> known() {
        return List.of(
                new PrinterProfile("epson-80", 48, 576, EPSON_TABLES, StatusCapability.ASB, true, true, true),
                new PrinterProfile("epson-80-42", 42, 512, EPSON_TABLES, StatusCapability.ASB, true, true, true),
                new PrinterProfile("epson-58", 32, 384, EPSON_TABLES, StatusCapability.ASB, true, true, true),
                new PrinterProfile("generic-80", 48, 576, EPSON_TABLES, StatusCapability.DLE, true, true, true),
                new PrinterProfile("generic-58", 32, 384, EPSON_TABLES, StatusCapability.DLE, true, false, false),
                new PrinterProfile("silent-80", 48, 576, EPSON_TABLES, StatusCapability.NONE, true, false, true),
                new PrinterProfile(
                        "text-80", 42, 512, Map.of(CodePage.CP437, 0), StatusCapability.NONE, false, false, true));
    }

    /** The profile with this name. */
    public static Optional<PrinterProfile> named(String name) {
        return known().stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /**
     * The parameter of {@code ESC t} for a code page.
     *
     * @throws IllegalArgumentException when the printer lacks the page
     */
    public int table(CodePage page) {
        Integer table = tables.get(page);
        if (table == null) {
            throw new IllegalArgumentException("profile " + name + " has no code page " + page.number());
        }
        return table;
    }

    /** The same printer with another number of columns. */
    public PrinterProfile withColumns(int other) {
        return new PrinterProfile(name, other, dotsPerLine, tables, status, barcodes, qrCodes, cutter);
    }

    /** The same printer that tells its state in another way. */
    public PrinterProfile withStatus(StatusCapability other) {
        return new PrinterProfile(name, columns, dotsPerLine, tables, other, barcodes, qrCodes, cutter);
    }
}
