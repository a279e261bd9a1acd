package com.euphoriapos.ui.kit.input;

import com.euphoriapos.ui.kit.input.Stroke.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An event thread that handles events late, and a field with the focus. The silence timer counts the thread's own time
 * and looks for events that wait, as the router's does.
 */
final class Desk {
    private static final int ON_THE_WAY_MILLIS = 15;

    final List<String> scans = new ArrayList<>();
    final StringBuilder field = new StringBuilder();
    final List<Stroke> seen = new ArrayList<>();
    private final WedgeDetector detector;

    Desk(WedgeSettings settings) {
        this.detector = new WedgeDetector(settings);
    }

    /** Handles events without any delay. */
    Desk run(Hand hand) {
        return run(hand.inOrder(), new Random(1), 0);
    }

    /**
     * Handles the events; each may be delayed by up to the stall, and later ones wait behind it.
     *
     * @param stallMillisMax 0 for none
     */
    Desk run(List<Stroke> events, Random random, int stallMillisMax) {
        long now = Long.MIN_VALUE;
        for (int i = 0; i < events.size(); i++) {
            Stroke event = events.get(i);
            now = Math.max(now, event.when());
            boolean stalls = stallMillisMax > 0 && random.nextInt(40) == 0;
            now += stalls ? random.nextInt(stallMillisMax) : 0;
            handle(event);
            long alarm = now + detector.patienceMillis() + ON_THE_WAY_MILLIS;
            boolean nothingWaits = i + 1 == events.size() || events.get(i + 1).when() > alarm;
            if (detector.holding() && nothingWaits) {
                detector.silence().forEach(this::perform);
            }
        }
        return this;
    }

    private void handle(Stroke event) {
        Step step = detector.step(event);
        step.effects().forEach(this::perform);
        if (step.pass()) {
            focus(event);
        }
    }

    private void perform(Step.Effect effect) {
        if (effect instanceof Step.Scan scan) {
            scans.add(scan.data());
            scan.byHand().forEach(this::focus);
        } else if (effect instanceof Step.Replay replay) {
            replay.strokes().forEach(this::focus);
        }
    }

    private void focus(Stroke stroke) {
        seen.add(stroke);
        if (stroke.phase() == Phase.TYPED) {
            field.append(stroke.symbol());
        }
    }
}
