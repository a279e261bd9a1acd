package com.euphoriapos.ui.kit.input;

import com.euphoriapos.ui.kit.input.Step.Effect;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a keyboard wedge's scans from typing. A pure state machine: it looks at the time the events carry, never at a
 * clock, so an event thread that stalls changes nothing. Not thread-safe.
 *
 * <p>Keys that may begin a scan are held. If the next ones follow fast enough and there are enough of them, they are a
 * scan, and nothing of it reaches the focus: neither its characters nor its Enter. Otherwise they are replayed in order.
 * Keys that a hand presses while the scanner types are taken out of the scan and replayed after it.
 */
public final class WedgeDetector {
    /** A terminator may come this much after a scan that ended by silence. */
    private static final int LATE_TERMINATOR_MILLIS = 250;

    /** Driving licences hold line ends within their data; they begin with this character and end by silence. */
    private static final char LICENCE_START = '@';

    /** No scanner holds a key longer than this, or than its own pause between characters. */
    private static final int FINGER_MILLIS = 38;

    private static final int CHARS_MAX = 8192;

    private final WedgeSettings settings;
    private final List<Integer> swallowReleases = new ArrayList<>();
    private @Nullable Burst burst;
    private Fate lastPress = Fate.PASSED;
    private long swallowTerminatorUntil = Long.MIN_VALUE;
    private int repeatingCode = KeyEvent.VK_UNDEFINED;

    public WedgeDetector(WedgeSettings settings) {
        this.settings = settings;
    }

    /** Takes one key event. */
    public Step step(Stroke stroke) {
        return switch (stroke.phase()) {
            case PRESSED -> pressed(stroke);
            case TYPED -> typed(stroke);
            case RELEASED -> released(stroke);
        };
    }

    /** Whether keys are held back; then {@link #silence} must be called when nothing follows. */
    public boolean holding() {
        return burst != null;
    }

    /** How long to wait, in milliseconds, before silence may be told. */
    public int patienceMillis() {
        Burst open = burst;
        boolean scanLike = open != null && (open.typed() >= 2 || settings.prefix() != null);
        return scanLike ? settings.silenceMillis() : settings.gapMillis();
    }

    /** Nothing followed for as long as {@link #patienceMillis} says: decide about what is held. */
    public List<Effect> silence() {
        return finish(true);
    }

    private Step pressed(Stroke stroke) {
        if (stroke.modifierOnly()) {
            return new Step(List.of(), true);
        }
        swallowReleases.remove((Integer) stroke.code());
        List<Effect> effects = new ArrayList<>();
        Burst open = burst;
        if (open != null && pause(open, stroke) > longestGap(open)) {
            effects.addAll(finish(true));
            open = null;
        }
        if (swallowsTerminator(stroke)) {
            swallowReleases.add(stroke.code());
            lastPress = Fate.SWALLOWED;
            return new Step(effects, false);
        }
        if (open == null) {
            return new Step(effects, !begin(stroke));
        }
        return pressedWithin(open, stroke, effects);
    }

    private long pause(Burst open, Stroke stroke) {
        return stroke.when() - open.lastOfScanner(stroke.when(), Math.max(FINGER_MILLIS, settings.gapMillis()));
    }

    /** Once enough characters came like a scanner's, a hiccup up to the silence limit does not break the scan. */
    private int longestGap(Burst open) {
        boolean sure = settings.prefix() != null || open.typed() >= settings.charsMin();
        return sure ? settings.silenceMillis() : settings.gapMillis();
    }

    private boolean swallowsTerminator(Stroke stroke) {
        boolean late = burst == null && stroke.terminator() && stroke.when() <= swallowTerminatorUntil;
        if (burst == null && !late) {
            swallowTerminatorUntil = Long.MIN_VALUE;
        }
        return late;
    }

    private boolean begin(Stroke stroke) {
        boolean may = settings.prefix() == null ? stroke.printable() : settings.begins(stroke);
        if (!may || stroke.code() != KeyEvent.VK_UNDEFINED && stroke.code() == repeatingCode) {
            lastPress = Fate.PASSED;
            return false;
        }
        repeatingCode = KeyEvent.VK_UNDEFINED;
        Burst started = new Burst(stroke.when());
        started.pressed(stroke, stroke.printable());
        burst = started;
        lastPress = Fate.HELD;
        return true;
    }

    private Step pressedWithin(Burst open, Stroke stroke, List<Effect> effects) {
        boolean licence = open.startsWith(LICENCE_START);
        if (settings.ends(stroke) && !licence) {
            return terminated(open, stroke, effects);
        }
        boolean data = stroke.printable() || licence && stroke.symbol() != KeyEvent.CHAR_UNDEFINED;
        open.pressed(stroke, data);
        lastPress = Fate.HELD;
        if (open.repeating() || open.typed() > CHARS_MAX) {
            // A key held down: let it go through until it is released.
            repeatingCode = stroke.code();
            effects.add(new Step.Replay(open.strokes()));
            burst = null;
            lastPress = Fate.PASSED;
        }
        return new Step(effects, false);
    }

    private Step terminated(Burst open, Stroke stroke, List<Effect> effects) {
        open.anotherPressed();
        if (!isScan(open)) {
            effects.addAll(finish(false));
            lastPress = Fate.PASSED;
            return new Step(effects, true);
        }
        effects.addAll(finish(false));
        swallowReleases.add(stroke.code());
        swallowTerminatorUntil = stroke.when() + settings.gapMillis();
        lastPress = Fate.SWALLOWED;
        return new Step(effects, false);
    }

    private boolean isScan(Burst open) {
        boolean longEnough =
                open.data(prefixSymbol()).length() >= (settings.prefix() == null ? settings.charsMin() : 1);
        return longEnough && (settings.prefix() != null || !open.oneSymbol());
    }

    private @Nullable Character prefixSymbol() {
        WedgeSettings.Mark prefix = settings.prefix();
        return prefix == null || prefix.code() > 0 ? null : prefix.symbol();
    }

    private Step typed(Stroke stroke) {
        Burst open = burst;
        if (lastPress == Fate.HELD && open != null) {
            open.typed(stroke);
            return new Step(List.of(), false);
        }
        return new Step(List.of(), lastPress != Fate.SWALLOWED);
    }

    private Step released(Stroke stroke) {
        if (stroke.code() == repeatingCode) {
            return new Step(List.of(), true);
        }
        if (swallowReleases.remove((Integer) stroke.code())) {
            return new Step(List.of(), false);
        }
        Burst open = burst;
        boolean held = open != null && open.released(stroke);
        return new Step(List.of(), !held);
    }

    private List<Effect> finish(boolean bySilence) {
        Burst open = burst;
        if (open == null) {
            return List.of();
        }
        burst = null;
        lastPress = Fate.PASSED;
        if (bySilence) {
            open.silent();
        }
        if (!isScan(open)) {
            return List.of(new Step.Replay(open.strokes()));
        }
        swallowReleases.addAll(open.stillDown());
        if (bySilence) {
            swallowTerminatorUntil = open.last() + LATE_TERMINATOR_MILLIS;
        }
        boolean marked = settings.prefix() != null;
        List<Stroke> byHand = open.handStrokes();
        List<Stroke> replayed = marked && prefixSymbol() == null
                ? byHand.stream().filter(each -> !settings.begins(each)).toList()
                : byHand;
        List<Stroke> all = marked ? open.strokesAfterTheFirstKey() : open.strokes();
        return List.of(new Step.Scan(open.data(prefixSymbol()), open.began(), all, replayed));
    }

    private enum Fate {
        HELD,
        PASSED,
        SWALLOWED
    }
}
