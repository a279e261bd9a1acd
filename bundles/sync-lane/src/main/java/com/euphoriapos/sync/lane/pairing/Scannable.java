package com.euphoriapos.sync.lane.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the QR code and the Code 128 hold: {@code EPL1/CODE/host:port/host:port}.
 *
 * @param code one-time code
 * @param addresses where the inviting lane listens; may be none
 */
public record Scannable(PairingCode code, List<String> addresses) {
    private static final String KIND = "EPL1";
    /** More would make the bars too fine to be read. */
    private static final int ADDRESSES_MAX = 2;

    public Scannable {
        addresses = List.copyOf(addresses);
    }

    /** Reads a scan, or a code alone as somebody types it. */
    public static Optional<Scannable> parse(String text) {
        String[] parts = text.strip().split("/", -1);
        if (!parts[0].equalsIgnoreCase(KIND)) {
            return PairingCode.parse(text).map(code -> new Scannable(code, List.of()));
        }
        if (parts.length < 2) {
            return Optional.empty();
        }
        List<String> addresses = new ArrayList<>();
        for (int i = 2; i < parts.length && addresses.size() < ADDRESSES_MAX; i++) {
            if (!parts[i].isBlank()) {
                addresses.add(parts[i]);
            }
        }
        return PairingCode.parse(parts[1]).map(code -> new Scannable(code, addresses));
    }

    /** The text. */
    public String text() {
        StringBuilder text = new StringBuilder(KIND).append('/').append(code.plain());
        addresses.stream().limit(ADDRESSES_MAX).forEach(address -> text.append('/')
                .append(address));
        return text.toString();
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "Scannable" + addresses;
    }
}
