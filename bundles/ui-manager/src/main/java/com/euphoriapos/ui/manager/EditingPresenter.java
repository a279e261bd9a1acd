package com.euphoriapos.ui.manager;

import com.euphoriapos.ui.kit.present.Presenter;
import org.jspecify.annotations.Nullable;

/**
 * A presenter of things that are changed and then saved. Unsaved changes are asked about where they stand, before anything else takes
 * their place. Screen's thread only.
 *
 * @param <V> the view it speaks to
 */
public abstract class EditingPresenter<V extends BackOfficeView> extends Presenter<V> {
    private final Runnable leave;
    private @Nullable Runnable afterQuestion;

    /** @param leave goes back to the screen before */
    protected EditingPresenter(Runnable leave) {
        this.leave = leave;
    }

    /** Whether something is being stored: nothing else happens meanwhile. */
    protected abstract boolean busy();

    /** Whether there are changes that would be lost. */
    protected abstract boolean unsaved();

    /** Takes the changes back, or lets go of what is being changed. */
    protected abstract void drop();

    /** Shows everything. */
    protected abstract void render();

    /** The screen came to the front, or something was changed elsewhere. */
    public abstract void read();

    @Override
    protected void attached(V newView) {
        render();
    }

    /** The screen went to the back, or the lane was locked: nothing typed stays for the next person. */
    public void hidden() {
        throwAway();
    }

    /** Escape, from the innermost thing outwards. */
    public void back() {
        if (asking()) {
            keepEditing();
        } else {
            leave();
        }
    }

    /** Away from the screen. */
    public final void leave() {
        unlessUnsaved(leave);
    }

    /** The answer to the question: the changes are thrown away. */
    public final void discard() {
        Runnable next = afterQuestion;
        afterQuestion = null;
        drop();
        if (next != null) {
            next.run();
        }
        render();
    }

    /** The answer to the question: the changes stay on the screen. */
    public final void keepEditing() {
        afterQuestion = null;
        render();
    }

    /** Throws the changes away without a question. */
    protected final void throwAway() {
        afterQuestion = null;
        drop();
        render();
    }

    /** Does something that takes the place of what is being changed; asks first where that is not saved. */
    protected final void unlessUnsaved(Runnable next) {
        if (busy()) {
            return;
        }
        afterQuestion = null;
        if (unsaved()) {
            afterQuestion = next;
        } else {
            next.run();
        }
        render();
    }

    /** Whether the question about unsaved changes stands. */
    protected final boolean asking() {
        return afterQuestion != null;
    }

    protected final void say(String sentence) {
        V now = view();
        if (now != null) {
            now.say(sentence);
        }
    }
}
