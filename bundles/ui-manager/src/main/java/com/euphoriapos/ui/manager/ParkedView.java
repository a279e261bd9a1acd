package com.euphoriapos.ui.manager;

/** Messages that are kept and not applied. */
public interface ParkedView extends BackOfficeView {
    void render(ParkedState state);

    /** Puts characters where the focus writes, such as the reason. */
    void type(String text);
}
