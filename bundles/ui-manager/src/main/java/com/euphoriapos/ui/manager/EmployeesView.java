package com.euphoriapos.ui.manager;

/** The people of the store. */
public interface EmployeesView extends BackOfficeView {
    void render(EmployeesState state);
}
