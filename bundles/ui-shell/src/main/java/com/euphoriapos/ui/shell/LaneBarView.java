package com.euphoriapos.ui.shell;

import com.euphoriapos.ui.kit.present.View;

/** The bar at the top. */
public interface LaneBarView extends View {
    void render(LaneBarState state);
}
