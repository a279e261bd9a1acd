package com.euphoriapos.ui.kit.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.ui.kit.input.Stroke.Phase;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WedgeDetectorTest {
    private static final String CODE = "041220576074";

    private static Desk desk() {
        return new Desk(WedgeSettings.standard());
    }

    @Test
    void takesAScanAndLetsNothingOfItThrough() {
        Hand hand = new Hand();
        hand.scan(CODE, 1000, 8, true);
        Desk desk = desk().run(hand);
        assertEquals(List.of(CODE), desk.scans);
        assertEquals(List.of(), desk.seen);
    }

    @Test
    void takesAScanWithoutTerminatorAfterSilence() {
        Hand hand = new Hand();
        hand.scan(CODE, 1000, 8, false);
        Desk desk = desk().run(hand);
        assertEquals(List.of(CODE), desk.scans);
        assertEquals("", desk.field.toString());
    }

    @Test
    void swallowsAnEnterThatComesLate() {
        Hand hand = new Hand();
        long end = hand.scan(CODE, 1000, 8, false);
        hand.enter(end + 180);
        Desk desk = desk().run(hand);
        assertEquals(List.of(CODE), desk.scans);
        assertEquals(List.of(), desk.seen);
    }

    @Test
    void swallowsTheSecondOfTwoTerminators() {
        Hand hand = new Hand();
        long end = hand.scan(CODE, 1000, 8, true);
        hand.key('\t', end + 8, 2);
        Desk desk = desk().run(hand);
        assertEquals(List.of(), desk.seen);
    }

    @Test
    void replaysTypingInOrderWithItsModifiers() {
        Hand hand = new Hand();
        hand.key('g', 1000, 70).key('i', 1120, 60).key('n', 1230, 80).enter(1400);
        List<Stroke> all = hand.inOrder();
        Desk desk = desk().run(hand);
        assertEquals("gin\n", desk.field.toString());
        assertEquals(all, desk.seen);
        assertEquals(List.of(), desk.scans);
    }

    @Test
    void aShortFastRollOfKeysIsNoScan() {
        Hand hand = new Hand();
        hand.key('t', 1000, 60).key('h', 1020, 60).key('e', 1045, 60).enter(1075);
        Desk desk = desk().run(hand);
        assertEquals("the\n", desk.field.toString());
    }

    @Test
    void aKeyHeldDownIsNoScan() {
        List<Stroke> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            events.add(new Stroke(Phase.PRESSED, '0', '0', 0, 1000 + i * 30L, null));
            events.add(new Stroke(Phase.TYPED, KeyEvent.VK_UNDEFINED, '0', 0, 1000 + i * 30L, null));
        }
        events.add(new Stroke(Phase.RELEASED, '0', '0', 0, 2200, null));
        Desk desk = desk().run(events, new Random(1), 0);
        assertEquals("0".repeat(40), desk.field.toString());
        assertEquals(List.of(), desk.scans);
    }

    @Test
    void aKeyHeldDownOnX11IsNoScanAndNotHeldBack() {
        List<Stroke> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long at = 1000 + i * 30L;
            events.add(new Stroke(Phase.PRESSED, '0', '0', 0, at, null));
            events.add(new Stroke(Phase.TYPED, KeyEvent.VK_UNDEFINED, '0', 0, at, null));
            events.add(new Stroke(Phase.RELEASED, '0', '0', 0, at + 30, null));
        }
        Desk desk = desk().run(events.subList(0, 60), new Random(1), 0);
        assertTrue(desk.field.length() >= 19, desk.field.toString());
        assertEquals(List.of(), desk.scans);
    }

    @Test
    void takesAHandsKeyOutOfTheScanAndGivesItBack() {
        Hand hand = new Hand();
        hand.key('6', 995, 90);
        hand.scan(CODE, 1000, 8, true);
        Desk desk = desk().run(hand);
        assertEquals(List.of(CODE), desk.scans);
        assertEquals("6", desk.field.toString());
    }

    @Test
    void aHiccupOfTheScannerIsNoFinger() {
        Hand hand = new Hand();
        long end = hand.scan("0412205", 1000, 8, false);
        hand.key('7', end + 8, 40);
        hand.scan("6074", end + 52, 8, true);
        Desk desk = desk().run(hand);
        assertEquals(List.of("041220576074"), desk.scans);
        assertEquals("", desk.field.toString());
    }

    @Test
    void aFunctionKeyWithinAScanComesAfterIt() {
        Hand hand = new Hand();
        hand.scan(CODE, 1000, 8, true);
        hand.action(KeyEvent.VK_F12, 1030, 80);
        Desk desk = desk().run(hand);
        assertEquals(List.of(CODE), desk.scans);
        assertEquals(KeyEvent.VK_F12, desk.seen.get(0).code());
    }

    @Test
    void keepsTheGroupSeparator() {
        String data = "0104012345678901\u001D10ABC";
        Hand hand = new Hand();
        hand.scan(data, 1000, 8, true);
        assertEquals(List.of(data), desk().run(hand).scans);
    }

    @Test
    void takesADrivingLicenceWithItsLineEnds() {
        String data = "@\n\u001e\rANSI 636000080002DL00410278\nDCSSMITH\nDBB01311979\n";
        Hand hand = new Hand();
        hand.scan(data, 1000, 6, false);
        assertEquals(List.of(data), desk().run(hand).scans);
    }

    @Test
    void withAPrefixTypingIsNeverHeldBack() {
        Desk desk = new Desk(WedgeSettings.standard().withPrefix(WedgeSettings.Mark.symbol('~')));
        Hand hand = new Hand();
        hand.key('7', 900, 50);
        hand.scan("~41", 1000, 30, true);
        hand.scan(CODE, 2000, 8, true);
        desk.run(hand);
        assertEquals(List.of("41"), desk.scans);
        assertEquals("7" + CODE + "\n", desk.field.toString());
    }

    @Test
    void aPrefixMayBeAFunctionKey() {
        Desk desk = new Desk(WedgeSettings.standard().withPrefix(WedgeSettings.Mark.key(KeyEvent.VK_F12)));
        Hand hand = new Hand();
        hand.action(KeyEvent.VK_F12, 1000, 2);
        hand.scan(CODE, 1008, 8, true);
        hand.action(KeyEvent.VK_F12, 3000, 60);
        desk.run(hand);
        assertEquals(List.of(CODE), desk.scans);
        assertEquals(2, desk.seen.size());
    }

    @Property(tries = 300)
    void typingIsNeverLostNorReordered(
            @ForAll @NumericChars @StringLength(min = 1, max = 30) String text,
            @ForAll @IntRange(min = 45, max = 250) int gap,
            @ForAll @IntRange(min = 20, max = 120) int held) {
        Hand hand = new Hand();
        for (int i = 0; i < text.length(); i++) {
            hand.key(text.charAt(i), 1000 + (long) i * gap, held);
        }
        Desk desk = desk().run(hand);
        assertEquals(text, desk.field.toString());
        assertEquals(List.of(), desk.scans);
    }

    @Property(tries = 300)
    void everyScanIsTakenWhole(
            @ForAll @LongRange(min = 1_000_000_000L, max = 9_999_999_999_999L) long code,
            @ForAll @IntRange(min = 1, max = 34) int gap,
            @ForAll boolean enter) {
        Hand hand = new Hand();
        hand.scan("1" + code, 1000, gap, enter);
        Desk desk = desk().run(hand);
        assertEquals(List.of("1" + code), desk.scans);
        assertEquals(List.of(), desk.seen);
    }

    @Test
    void tenThousandScansAmongTypingUnderStallsLoseNothing() {
        scansAmongTyping(10_000, new Random(20_260_306));
    }

    @Property(tries = 20)
    void scansAmongTypingLoseNothingWhateverTheTiming(@ForAll long seed) {
        scansAmongTyping(500, new Random(seed));
    }

    private static void scansAmongTyping(int scans, Random random) {
        Hand hand = new Hand();
        List<String> sent = new ArrayList<>();
        long scannedUntil = 1000;
        for (int i = 0; i < scans; i++) {
            String data = String.format("%013d", 1_000_000_000_000L + random.nextInt(1_000_000_000));
            sent.add(data);
            int gap = 4 + random.nextInt(12);
            boolean enter = random.nextInt(4) > 0;
            long end = hand.scan(data, scannedUntil, gap, enter);
            scannedUntil = end + 110 + random.nextInt(700);
        }
        StringBuilder typed = new StringBuilder();
        long at = 900;
        while (at < scannedUntil) {
            char symbol = (char) ('0' + random.nextInt(10));
            typed.append(symbol);
            int pause = 80 + random.nextInt(171);
            // A finger cannot press a key that is still down.
            hand.key(symbol, at, Math.min(pause - 10, 50 + random.nextInt(60)));
            at += pause;
        }
        Desk desk = desk().run(hand.inOrder(), random, 400);
        assertEquals(sent.size(), desk.scans.size());
        assertEquals(sent, desk.scans);
        assertEquals(typed.length(), desk.field.length());
        assertEquals(typed.toString(), desk.field.toString());
    }
}
