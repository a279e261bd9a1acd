package com.euphoriapos.device.printer.escpos.status;

import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.printer.escpos.encoder.Commands.Question;
import com.euphoriapos.device.printer.escpos.status.StatusReply.Automatic;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the printer's sensors say, put together from its replies.
 *
 * @param offline it does not take data now
 * @param coverOpen the cover stands open
 * @param paperOut the paper-end sensor sees no paper
 * @param paperLow the near-end sensor sees no paper
 * @param cutterError the cutter is stuck
 * @param otherError another error of the mechanism or the electronics
 * @param drawerSignalHigh the level of the drawer's switch; which level means open depends on the drawer
 */
public record PrinterState(
        boolean offline,
        boolean coverOpen,
        boolean paperOut,
        boolean paperLow,
        boolean cutterError,
        boolean otherError,
        boolean drawerSignalHigh) {
    /** On-line with paper, nothing reported. */
    public static final PrinterState IDLE = new PrinterState(false, false, false, false, false, false, false);

    /** The state after the answer to a question. */
    public PrinterState with(Question question, int answer) {
        return switch (question) {
            case PRINTER ->
                new PrinterState(
                        bit(answer, 3), coverOpen, paperOut, paperLow, cutterError, otherError, bit(answer, 2));
            case OFFLINE_CAUSE -> withOfflineCause(answer);
            case ERROR_CAUSE ->
                new PrinterState(
                        offline, coverOpen, paperOut, paperLow, bit(answer, 3), (answer & 0x64) != 0, drawerSignalHigh);
            case PAPER -> withPaper((answer & 0x60) != 0, (answer & 0x0C) != 0);
        };
    }

    /** The state after an automatic status. */
    public PrinterState with(Automatic status) {
        return new PrinterState(
                bit(status.first(), 3),
                bit(status.first(), 5),
                (status.third() & 0x0C) != 0,
                (status.third() & 0x03) != 0,
                bit(status.second(), 3),
                (status.second() & 0x64) != 0,
                bit(status.first(), 2));
    }

    /** The state after the answer to {@code GS r 1}. */
    public PrinterState withProcessed(int answer) {
        return withPaper((answer & 0x0C) != 0, (answer & 0x03) != 0);
    }

    /** Whether the printer prints what is sent now. */
    public boolean canPrint() {
        return !offline && !coverOpen && !paperOut && !cutterError && !otherError;
    }

    /** Whether it can't print for a reason that no person has seen to by loading paper or closing the cover. */
    public boolean stuck() {
        return !canPrint() && !coverOpen && !paperOut;
    }

    /** The printer's conditions, without the drawer's. */
    public Set<DeviceCondition> printerConditions() {
        Set<DeviceCondition> conditions = EnumSet.noneOf(DeviceCondition.class);
        if (coverOpen) {
            conditions.add(DeviceCondition.COVER_OPEN);
        }
        if (paperOut) {
            conditions.add(DeviceCondition.PAPER_OUT);
        } else if (paperLow) {
            conditions.add(DeviceCondition.PAPER_LOW);
        }
        boolean unexplained = offline && !coverOpen && !paperOut;
        if (cutterError || otherError || unexplained) {
            conditions.add(DeviceCondition.MECHANICAL_ERROR);
        }
        return Set.copyOf(conditions);
    }

    /** Whether the drawer stands open; {@code inverted} for drawers whose switch gives a low level when open. */
    public boolean drawerOpen(boolean inverted) {
        return drawerSignalHigh != inverted;
    }

    /** What a person must do, in a sentence; empty when nothing. */
    public String advice() {
        if (coverOpen) {
            return "The printer's cover is open: close it.";
        }
        if (paperOut) {
            return "The printer is out of paper: load a roll.";
        }
        if (cutterError) {
            return "The cutter is stuck: open the cover, remove the paper, close it, then switch the printer off and on.";
        }
        if (otherError) {
            return "The printer reports an error: switch it off and on.";
        }
        if (offline) {
            return "The printer is off-line: check its lamps and press its on-line or feed button.";
        }
        return paperLow ? "The paper is near its end." : "";
    }

    private PrinterState withOfflineCause(int answer) {
        boolean error = otherError || (bit(answer, 6) && !cutterError);
        boolean out = paperOut || bit(answer, 5);
        return new PrinterState(offline, bit(answer, 2), out, paperLow, cutterError, error, drawerSignalHigh);
    }

    private PrinterState withPaper(boolean out, boolean low) {
        return new PrinterState(offline, coverOpen, out, low, cutterError, otherError, drawerSignalHigh);
    }

    private static boolean bit(int value, int number) {
        return (value >> number & 1) == 1;
    }
}
