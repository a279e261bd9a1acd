package com.euphoriapos.core.device;

import com.euphoriapos.api.receipt.Receipts.QueueState;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceCondition.Severity;
import com.euphoriapos.device.api.DeviceStatus;
import java.util.Comparator;
import java.util.Optional;

/** The words of the lane bar about a device. Pure. */
final class DeviceItems {
    private DeviceItems() {}

    static StatusItem printer(Optional<DeviceStatus> status, boolean seen, QueueState queue) {
        String waiting = queue.waiting() == 0 ? "" : ", " + queue.waiting() + " waiting";
        if (status.isEmpty()) {
            return seen
                    ? new StatusItem(
                            "printer",
                            Level.DANGER,
                            "Receipt printer absent" + waiting,
                            "Sales go on; receipts are printed when the printer is back." + skip(queue))
                    : new StatusItem(
                            "printer",
                            Level.OFF,
                            "No printer" + waiting,
                            "This lane never had a receipt printer." + skip(queue));
        }
        Optional<DeviceCondition> worst = worst(status.get());
        if (worst.isPresent() && worst.get().severity() == Severity.ERROR) {
            return new StatusItem(
                    "printer",
                    Level.DANGER,
                    "Printer " + worst.get().words() + waiting,
                    action(worst.get()) + detail(status.get()) + skip(queue));
        }
        if (queue.waiting() > 0 && !queue.trouble().isEmpty()) {
            return new StatusItem(
                    "printer",
                    Level.DANGER,
                    "Printer " + queue.trouble() + waiting,
                    "The last receipt was not printed whole; it is tried again by itself." + skip(queue));
        }
        if (worst.isPresent() && worst.get().severity() == Severity.WARNING) {
            return new StatusItem("printer", Level.WARN, sentence(worst.get().words()), action(worst.get()));
        }
        return new StatusItem("printer", Level.OK, "Printer", "");
    }

    static StatusItem drawer(Optional<DeviceStatus> status, boolean seen) {
        if (status.isEmpty()) {
            return seen
                    ? new StatusItem(
                            "drawer", Level.WARN, "Cash drawer absent", "Open it with its key until it is back.")
                    : new StatusItem("drawer", Level.OFF, "No drawer", "This lane never had a cash drawer.");
        }
        Optional<DeviceCondition> worst = worst(status.get());
        if (worst.isEmpty()) {
            return new StatusItem("drawer", Level.OK, "Drawer", "");
        }
        boolean notice = worst.get().severity() == Severity.NOTICE;
        return new StatusItem(
                "drawer",
                notice ? Level.OK : Level.WARN,
                worst.get() == DeviceCondition.DRAWER_OPEN
                        ? "Drawer open"
                        : "Drawer " + worst.get().words(),
                notice ? "" : "Open it with its key until it is back." + detail(status.get()));
    }

    static StatusItem scanner(Optional<DeviceStatus> status, boolean seen) {
        if (status.isEmpty()) {
            return seen
                    ? new StatusItem("scanner", Level.DANGER, "No scanner", "Type the codes, or search with F2.")
                    : new StatusItem("scanner", Level.OFF, "No scanner", "This lane never had a serial scanner.");
        }
        Optional<DeviceCondition> worst = worst(status.get());
        if (worst.isEmpty() || worst.get().severity() == Severity.NOTICE) {
            return new StatusItem("scanner", Level.OK, "Scanner", "");
        }
        return new StatusItem(
                "scanner",
                worst.get().severity() == Severity.ERROR ? Level.DANGER : Level.WARN,
                "Scanner " + worst.get().words(),
                "Type the codes, or search with F2." + detail(status.get()));
    }

    private static Optional<DeviceCondition> worst(DeviceStatus status) {
        // The severities are declared from the mildest to the worst; of equals the first declared condition says most.
        return status.conditions().stream()
                .sorted()
                .max(Comparator.comparing(DeviceCondition::severity).thenComparing(Comparator.reverseOrder()));
    }

    private static String action(DeviceCondition condition) {
        return switch (condition) {
            case PAPER_OUT -> "Load paper; what waits is printed then.";
            case PAPER_LOW -> "Have a new roll ready.";
            case COVER_OPEN -> "Close the cover.";
            case MECHANICAL_ERROR -> "Open the cover, clear the cutter, switch the printer off and on.";
            case UNREACHABLE, SILENT -> "Check its power and cable.";
            case MISCONFIGURED -> "Its settings are wrong; diagnostics say where.";
            case DRAWER_OPEN -> "";
        };
    }

    private static String skip(QueueState queue) {
        return queue.waiting() == 0 ? "" : " A receipt that nobody wants can be skipped.";
    }

    private static String detail(DeviceStatus status) {
        return status.detail().isEmpty() ? "" : " " + status.detail();
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
