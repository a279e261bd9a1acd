package com.euphoriapos.ui.register;

import com.euphoriapos.api.checkout.SuspendedSales;
import com.euphoriapos.api.checkout.SuspendedSales.SuspendResult;

/** Puts the sale aside, with a note or without one. Screen's thread only. */
final class SuspendDesk implements ActDesk {
    private final Acts acts;
    private String note = "";
    private boolean busy;

    SuspendDesk(Acts acts) {
        this.acts = acts;
    }

    @Override
    public ActSheet sheet() {
        return new ActSheet.Suspend(note, busy);
    }

    /** What stands in the field. */
    void note(String text) {
        note = text.length() > SuspendedSales.NOTE_MAX ? text.substring(0, SuspendedSales.NOTE_MAX) : text;
    }

    /** Digits belong to the note where its field does not have them already. */
    @Override
    public void digit(char digit) {
        note(note + digit);
        acts.changed();
    }

    @Override
    public void pad(char digit) {
        digit(digit);
    }

    @Override
    public void backspace() {
        if (!note.isEmpty()) {
            note(note.substring(0, note.length() - 1));
            acts.changed();
        }
    }

    @Override
    public void enter() {
        busy = true;
        acts.changed();
        SuspendedSales sales = acts.services().suspended();
        String words = note;
        acts.tools().work().run(() -> sales.suspend(words), this::done, acts::failed);
    }

    private void done(SuspendResult result) {
        acts.closeIf(this);
        if (result instanceof SuspendResult.Refused refused) {
            acts.notices().refuse(refused.reason());
        } else if (result instanceof SuspendResult.Suspended suspended) {
            acts.notices().settled();
            acts.toast("Suspended as " + suspended.sale().number() + ". Any lane can go on with it", "");
        }
    }

    @Override
    public void reason(int index) {}

    @Override
    public boolean busy() {
        return busy;
    }
}
