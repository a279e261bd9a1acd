package com.euphoriapos.ui.manager;

/** What the roles may do. */
public interface RolesView extends BackOfficeView {
    void render(RolesState state);
}
