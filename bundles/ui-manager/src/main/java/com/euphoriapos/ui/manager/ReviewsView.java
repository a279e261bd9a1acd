package com.euphoriapos.ui.manager;

/** What a manager has to look at. */
public interface ReviewsView extends BackOfficeView {
    void render(ReviewsState state);
}
