package com.euphoriapos.ui.manager;

import com.euphoriapos.ui.kit.present.View;

/** A view of the back office that can say how something went. */
public interface BackOfficeView extends View {
    /** Says something for a few seconds. */
    void say(String sentence);
}
