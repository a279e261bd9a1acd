package com.euphoriapos.ui.manager;

import com.euphoriapos.ui.kit.present.View;

/** The people of the store. */
public interface EmployeesView extends View {
    void render(EmployeesState state);

    /** Says something for a few seconds. */
    void say(String sentence);
}
