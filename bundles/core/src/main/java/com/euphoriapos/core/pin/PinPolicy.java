package com.euphoriapos.core.pin;

import com.euphoriapos.domain.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which PINs may be given to somebody. */
public final class PinPolicy {
    /** The most digits of a PIN. */
    public static final int LENGTH_MAX = 12;
    /** The demo store's cashier. */
    public static final String DEMO_CASHIER = "1111";
    /** The demo store's manager. */
    public static final String DEMO_MANAGER = "222222";

    private static final List<String> DEMO = List.of(DEMO_CASHIER, DEMO_MANAGER);

    private PinPolicy() {}

    /** What is wrong with the PIN for that role, in one sentence that does not contain it; empty when it may be used. */
    public static Optional<String> problem(char[] pin, Role role) {
        for (char digit : pin) {
            if (digit < '0' || digit > '9') {
                return Optional.of("A PIN has digits only.");
            }
        }
        if (pin.length < role.pinLengthMin()) {
            return Optional.of("A PIN of this role has at least " + role.pinLengthMin() + " digits.");
        }
        if (pin.length > LENGTH_MAX) {
            return Optional.of("A PIN has at most " + LENGTH_MAX + " digits.");
        }
        if (isStepping(pin, 0) || isStepping(pin, 1) || isStepping(pin, -1)) {
            return Optional.of("This PIN is too easy to guess: use different digits, not in a row.");
        }
        return isDemo(pin) ? Optional.of("This PIN belongs to the demo store.") : Optional.empty();
    }

    /** Whether everybody knows this PIN, because the demo shows it. */
    public static boolean isDemo(char[] pin) {
        return DEMO.stream().anyMatch(demo -> Arrays.equals(demo.toCharArray(), pin));
    }

    private static boolean isStepping(char[] pin, int step) {
        for (int i = 1; i < pin.length; i++) {
            // 8901 goes on like 789: ten digits in a ring.
            if (Math.floorMod(pin[i] - pin[i - 1] - step, 10) != 0) {
                return false;
            }
        }
        return true;
    }
}
