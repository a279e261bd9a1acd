package com.euphoriapos.sync.protocol;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** Which faults a seed has, and how often: each seed leaves out some, so that no fault hides what another one shows. */
final class Swarm {
    final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
    boolean calm;

    private final Map<Fault, Integer> tenthsOfPerMille = new EnumMap<>(Fault.class);
    private final Random random;
    /** Decides on what happens with the shipped store only, so that it changes nothing for the simple one. */
    private final Random ofStores;

    Swarm(Random random, Random ofStores) {
        this.random = random;
        this.ofStores = ofStores;
        for (Fault fault : Fault.values()) {
            int tenths = random(fault).nextInt(5) < 2 ? 0 : (1 + random(fault).nextInt(20)) * fault.perMille;
            tenthsOfPerMille.put(fault, fault == Fault.MANY_LANES ? fault.perMille * 10 : tenths);
        }
    }

    /** Whether frames get lost, doubled or late within a link, of which a real one is incapable. */
    boolean orderly() {
        return tenthsOfPerMille.get(Fault.FRAME_LOST)
                        + tenthsOfPerMille.get(Fault.FRAME_DOUBLED)
                        + tenthsOfPerMille.get(Fault.FRAME_LATE)
                == 0;
    }

    private Random random(Fault fault) {
        return fault.ofStores ? ofStores : random;
    }

    /** Whether it is time for the fault. */
    boolean due(Fault fault) {
        return !calm && random(fault).nextInt(10_000) < tenthsOfPerMille.get(fault);
    }

    /** Whether the fault happens now. */
    boolean happens(Fault fault) {
        boolean due = due(fault);
        if (due) {
            note(fault);
        }
        return due;
    }

    void note(Fault fault) {
        happened.merge(fault, 1, Integer::sum);
    }
}
