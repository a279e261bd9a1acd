package com.euphoriapos.ui.kit.input;

import java.util.List;

/**
 * The detector's answer to one key event: first the effects, in order, then the event itself goes on or not.
 *
 * @param pass whether the event goes to whoever has the focus
 */
public record Step(List<Effect> effects, boolean pass) {
    public Step {
        effects = List.copyOf(effects);
    }

    /** What is to be done. */
    public sealed interface Effect permits Scan, Replay {}

    /**
     * A scan is complete. Where it is text for the field that has the focus, {@code strokes} go there and nothing else does; else
     * the scan goes its way, and then {@code byHand} go to the focus.
     *
     * @param when when its first key was pressed, in the events' clock
     * @param strokes all that was held, in order, but the prefix
     * @param byHand those of them that a hand pressed while the scanner typed
     */
    public record Scan(String data, long when, List<Stroke> strokes, List<Stroke> byHand) implements Effect {
        public Scan {
            strokes = List.copyOf(strokes);
            byHand = List.copyOf(byHand);
        }
    }

    /** It was typing after all: these events go to whoever has the focus, in this order. */
    public record Replay(List<Stroke> strokes) implements Effect {
        public Replay {
            strokes = List.copyOf(strokes);
        }
    }
}
