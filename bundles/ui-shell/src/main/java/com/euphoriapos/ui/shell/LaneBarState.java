package com.euphoriapos.ui.shell;

import com.euphoriapos.api.status.StatusItem;
import java.util.List;
import java.util.Optional;

/**
 * Everything the lane bar shows.
 *
 * @param store name of the store; the product's before the set-up
 * @param lane such as "Lane 1", empty before the set-up
 * @param items what the chips say, without what is not in use
 * @param clock such as "12:41"
 * @param notice what the lane is about to do, mostly empty
 * @param person who is signed in, whom F11 locks out
 */
public record LaneBarState(
        String store, String lane, List<StatusItem> items, String notice, String clock, Optional<String> person) {
    public LaneBarState {
        items = List.copyOf(items);
    }
}
