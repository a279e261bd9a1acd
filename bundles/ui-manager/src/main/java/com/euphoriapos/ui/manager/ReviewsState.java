package com.euphoriapos.ui.manager;

import com.euphoriapos.api.lane.Lanes.Concern;
import java.util.List;
import java.util.Optional;

/**
 * Everything the screen of the reviews shows.
 *
 * @param concerns newest first
 * @param chosen the one that is shown in full
 * @param loaded whether they were read at all
 * @param busy whether one is being put away
 * @param problem why there is no list, empty when all is well
 * @param error what went wrong last, empty when nothing did
 */
public record ReviewsState(
        List<Concern> concerns, Optional<Concern> chosen, boolean loaded, boolean busy, String problem, String error) {
    public ReviewsState {
        concerns = List.copyOf(concerns);
    }
}
