package com.euphoriapos.ui.kit.present;

import org.jspecify.annotations.Nullable;

/**
 * The behaviour of a screen without its picture: tests run it with a recording view and no window. Screen's thread only.
 *
 * @param <V> the view it speaks to
 */
public abstract class Presenter<V extends View> {
    private @Nullable V view;

    /** Connects the view and brings it up to date. */
    public final void attach(V newView) {
        view = newView;
        attached(newView);
    }

    /** Lets the view go; answers of background work that come later find none. */
    public final void detach() {
        view = null;
        detached();
    }

    /** The view, or null while none is attached. */
    protected final @Nullable V view() {
        return view;
    }

    /** Called when a view was attached: show everything. */
    protected abstract void attached(V newView);

    /** Called after the view was let go. */
    protected void detached() {}
}
