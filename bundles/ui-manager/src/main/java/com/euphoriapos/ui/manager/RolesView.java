package com.euphoriapos.ui.manager;

import com.euphoriapos.ui.kit.present.View;

/** What the roles may do. */
public interface RolesView extends View {
    void render(RolesState state);

    /** Says something for a few seconds. */
    void say(String sentence);
}
