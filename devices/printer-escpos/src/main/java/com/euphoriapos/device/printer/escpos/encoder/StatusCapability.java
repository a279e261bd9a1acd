package com.euphoriapos.device.printer.escpos.encoder;

import java.util.Locale;
import java.util.Optional;

/** How a printer tells its state. */
public enum StatusCapability {
    /** Never answers; what it prints can't be confirmed. */
    NONE,
    /** Answers when asked with {@code DLE EOT}. */
    DLE,
    /** Tells each change by itself (automatic status back), and answers when asked. */
    ASB;

    /** The capability as settings name it: {@code none}, {@code dle} or {@code asb}. */
    public static Optional<StatusCapability> named(String name) {
        for (StatusCapability value : values()) {
            if (value.settingName().equals(name)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The name in settings. */
    public String settingName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
