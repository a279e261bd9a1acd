package com.euphoriapos.device.printer.escpos.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.euphoriapos.device.printer.escpos.status.StatusReply.Automatic;
import com.euphoriapos.device.printer.escpos.status.StatusReply.Processed;
import com.euphoriapos.device.printer.escpos.status.StatusReply.RealTime;
import com.euphoriapos.device.printer.escpos.status.StatusReply.Unknown;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusParserTest {
    private final StatusParser parser = new StatusParser();

    @Test
    void tellsTheKindsOfRepliesApart() {
        assertEquals(
                List.of(
                        new RealTime(0x16),
                        new Processed(0x00),
                        new Automatic(0x14, 0, 0x03, 0x0F),
                        new Processed(0x0C)),
                parse(0x16, 0x00, 0x14, 0x00, 0x03, 0x0F, 0x0C));
    }

    @Test
    void dropsFlowControlBetweenAnyTwoBytes() {
        assertEquals(
                List.of(new Automatic(0x18, 0, 0x0C, 0x0F), new RealTime(0x12)),
                parse(0x13, 0x18, 0x11, 0x00, 0x13, 0x0C, 0x11, 0x0F, 0x13, 0x12, 0x11));
    }

    @Test
    void forgetsAHalfStatusWhenANewOneBegins() {
        assertEquals(List.of(new Automatic(0x18, 1, 2, 3)), parse(0x10, 0x00, 0x18, 1, 2, 3));
    }

    @Test
    void readsARealTimeAnswerInsideAnAutomaticStatus() {
        assertEquals(List.of(new RealTime(0x1A), new Automatic(0x10, 0, 0, 0x0F)), parse(0x10, 0, 0x1A, 0, 0x0F));
    }

    @Test
    void namesBytesThatNoRuleExplains() {
        assertEquals(List.of(new Unknown(0xFF), new Processed(0)), parse(0xFF, 0x00));
    }

    @Test
    void anyBytesLeaveItReadyForTheNextStatus() {
        for (int a = 0; a < 256; a++) {
            for (int b = 0; b < 256; b++) {
                StatusParser fresh = new StatusParser();
                fresh.accept(a);
                fresh.accept(b);
                fresh.accept(0x10);
                fresh.accept(0);
                fresh.accept(0);
                assertEquals(new Automatic(0x10, 0, 0, 0x0F), fresh.accept(0x0F).orElseThrow());
            }
        }
    }

    private List<StatusReply> parse(int... bytes) {
        List<StatusReply> replies = new ArrayList<>();
        for (int b : bytes) {
            parser.accept(b).ifPresent(replies::add);
        }
        return replies;
    }
}
