package com.euphoriapos.ui.manager;

import com.euphoriapos.api.lane.Lanes.ParkedEvent;
import java.util.List;
import java.util.Optional;

/**
 * What the lanes' screen shows of messages that are kept and not applied.
 *
 * @param open whether they are looked at
 * @param waiting how many there are, by the overview
 * @param events the oldest first; empty until they are read
 * @param chosen the one that is shown in full
 * @param since since when it waits, such as "3 h ago"
 * @param asking whether it has to be confirmed that the chosen one is given up
 * @param busy whether they are being read or changed
 * @param error what went wrong last, empty when nothing did
 */
public record ParkedState(
        boolean open,
        long waiting,
        List<ParkedEvent> events,
        Optional<ParkedEvent> chosen,
        String since,
        boolean asking,
        boolean busy,
        String error) {
    public ParkedState {
        events = List.copyOf(events);
    }

    /** Of which one is shown, such as "2 of 5"; empty where there is one only. */
    public String place() {
        return chosen.filter(event -> events.size() > 1)
                .map(event -> (events.indexOf(event) + 1) + " of " + events.size())
                .orElse("");
    }
}
