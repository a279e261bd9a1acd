package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.device.io.ByteLinks;
import com.euphoriapos.device.printer.escpos.encoder.CodePage;
import com.euphoriapos.device.printer.escpos.encoder.Commands.DrawerPin;
import com.euphoriapos.device.printer.escpos.encoder.PrinterProfile;
import com.euphoriapos.device.printer.escpos.encoder.StatusCapability;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads settings as text, from a configuration file or a jpos.xml, and names what is wrong with them. */
final class SettingsReader {
    /** All keys, as they stand in configuration files and jpos.xml. */
    static final List<String> KEYS = List.of(
            "address",
            "profile",
            "columns",
            "codePage",
            "status",
            "drawerPin",
            "drawerPulseMillis",
            "drawerStatusInverted",
            "answerMillis",
            "confirmMillis",
            "lingerMillis",
            "pollMillis");

    private final String origin;
    private final Map<String, String> values;

    /** @param origin what to name in errors, such as the PID */
    SettingsReader(String origin, Map<String, String> values) {
        this.origin = origin;
        this.values = Map.copyOf(values);
    }

    /** @throws IllegalArgumentException with origin, key and reason */
    EscPosSettings read() {
        PrinterProfile profile = profile();
        CodePage page = page(profile);
        Timing timing = new Timing(
                number("answerMillis", EscPosDefaults.ANSWER_MILLIS, 50, 5_000),
                number("confirmMillis", EscPosDefaults.CONFIRM_MILLIS, 500, 60_000),
                number("lingerMillis", EscPosDefaults.LINGER_MILLIS, 0, 60_000),
                number("pollMillis", EscPosDefaults.POLL_MILLIS, 200, 60_000));
        return new EscPosSettings(address(), profile, page, drawer(), timing);
    }

    private String address() {
        String address = text("address", "");
        try {
            ByteLinks.parse(address);
            return address;
        } catch (IllegalArgumentException e) {
            throw wrong("address", String.valueOf(e.getMessage()));
        }
    }

    private PrinterProfile profile() {
        String name = text("profile", EscPosDefaults.PROFILE);
        PrinterProfile profile = PrinterProfile.named(name)
                .orElseThrow(() -> wrong(
                        "profile",
                        "there is no profile " + name + "; there are "
                                + PrinterProfile.known().stream()
                                        .map(PrinterProfile::name)
                                        .collect(Collectors.joining(", "))));
        int columns = number("columns", 0, 0, 80);
        if (columns != 0 && columns < 16) {
            throw wrong("columns", "is 16 to 80, or 0 for the profile's, not " + columns);
        }
        String status = text("status", "");
        PrinterProfile sized = columns == 0 ? profile : profile.withColumns(columns);
        return status.isEmpty()
                ? sized
                : sized.withStatus(StatusCapability.named(status)
                        .orElseThrow(() -> wrong("status", "is none, dle or asb, not " + status)));
    }

    private CodePage page(PrinterProfile profile) {
        String number = text("codePage", "");
        if (number.isEmpty()) {
            return profile.tables().containsKey(CodePage.CP858) ? CodePage.CP858 : CodePage.CP437;
        }
        Optional<CodePage> page = CodePage.numbered(number);
        if (page.isEmpty() || !profile.tables().containsKey(page.get())) {
            throw wrong(
                    "codePage",
                    "profile " + profile.name() + " has no code page " + number + "; it has "
                            + profile.tables().keySet().stream()
                                    .sorted()
                                    .map(CodePage::number)
                                    .collect(Collectors.joining(", ")));
        }
        return page.get();
    }

    private Optional<DrawerSettings> drawer() {
        String pin = text("drawerPin", EscPosDefaults.DRAWER_PIN);
        int pulse = number("drawerPulseMillis", EscPosDefaults.DRAWER_PULSE_MILLIS, 20, 500);
        boolean inverted = flag("drawerStatusInverted");
        return switch (pin) {
            case "none" -> Optional.empty();
            case "2" -> Optional.of(new DrawerSettings(DrawerPin.PIN_2, pulse, inverted));
            case "5" -> Optional.of(new DrawerSettings(DrawerPin.PIN_5, pulse, inverted));
            default -> throw wrong("drawerPin", "is 2, 5 or none, not " + pin);
        };
    }

    private String text(String key, String otherwise) {
        return values.getOrDefault(key, otherwise).strip();
    }

    private boolean flag(String key) {
        String value = text(key, "false");
        if (Stream.of("true", "false").noneMatch(value::equals)) {
            throw wrong(key, "is true or false, not " + value);
        }
        return value.equals("true");
    }

    private int number(String key, int otherwise, int least, int most) {
        String value = text(key, String.valueOf(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, "is a whole number, not " + value);
        }
        throw wrong(key, "is " + least + " to " + most + ", not " + value);
    }

    private IllegalArgumentException wrong(String key, String reason) {
        return new IllegalArgumentException(origin + ": " + key + ": " + reason);
    }
}
