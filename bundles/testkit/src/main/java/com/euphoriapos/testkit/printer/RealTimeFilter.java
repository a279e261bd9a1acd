package com.euphoriapos.testkit.printer;

import java.util.ArrayList;
import java.util.List;

/** Takes real-time commands out of the bytes as they arrive, wherever they stand, as the hardware does. */
final class RealTimeFilter {
    static final int DLE = 0x10;
    static final int EOT = 0x04;
    static final int ENQ = 0x05;
    static final int DC4 = 0x14;

    private final List<Integer> held = new ArrayList<>();

    /** What a byte led to: bytes for the command queue, and a whole real-time command or nothing. */
    record Result(List<Integer> plain, List<Integer> command) {
        Result {
            plain = List.copyOf(plain);
            command = List.copyOf(command);
        }
    }

    void reset() {
        held.clear();
    }

    Result accept(int octet) {
        if (held.isEmpty() && octet != DLE) {
            return new Result(List.of(octet), List.of());
        }
        held.add(octet);
        if (held.size() == 2 && !startsCommand(octet)) {
            List<Integer> plain = List.copyOf(held);
            held.clear();
            return new Result(plain, List.of());
        }
        if (held.size() < 3 || held.size() < length()) {
            return new Result(List.of(), List.of());
        }
        List<Integer> command = List.copyOf(held);
        held.clear();
        return new Result(List.of(), command);
    }

    private static boolean startsCommand(int octet) {
        return octet == EOT || octet == ENQ || octet == DC4;
    }

    private int length() {
        if (held.get(1) != DC4) {
            return 3;
        }
        return switch (held.get(2)) {
            case 1, 2 -> 5;
            case 8 -> 10;
            default -> 3;
        };
    }
}
