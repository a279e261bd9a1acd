package com.euphoriapos.ui.shell;

import com.euphoriapos.api.replication.Pairing.Nearby;
import com.euphoriapos.api.setup.LaneSetup.JoinProgress;
import com.euphoriapos.ui.kit.present.Formats;
import java.util.List;
import java.util.Optional;

/**
 * What the page that joins a store shows but its texts.
 *
 * @param nearby lanes that announce themselves, by store and label
 * @param progress how far joining is; empty while nothing joins
 */
public record JoinState(List<Nearby> nearby, Optional<JoinProgress> progress) {
    /** Nobody is heard, nothing joins. */
    public static final JoinState CALM = new JoinState(List.of(), Optional.empty());

    public JoinState {
        nearby = List.copyOf(nearby);
    }

    /** How much of it is done, in words; empty where nobody knows. */
    public String share() {
        return progress.map(now -> switch (now.step()) {
                    case ASKING -> "";
                    case RECEIVING -> Formats.count(now.done() / 1000) + " kB";
                    case INSTALLING -> now.done() * 100 / Math.max(1, now.all()) + " %";
                })
                .orElse("");
    }

    /** What is done now, in words. */
    public String words() {
        return progress.map(now -> switch (now.step()) {
                    case ASKING -> "Asking the store…";
                    case RECEIVING -> "Products and people arrive…";
                    case INSTALLING -> "Products and people are taken in…";
                })
                .orElse("");
    }
}
