package com.euphoriapos.ui.shell;

import com.euphoriapos.ui.kit.input.ScanContext;
import com.euphoriapos.ui.kit.input.ScanInput;

/** Scans while nobody is signed in: the code of a store where the wizard asks for one, else what the sign-in makes of them. */
public record LockedScans(ScanContext signIn, WizardPresenter wizard) implements ScanContext {
    @Override
    public String name() {
        return wizard.takesScans() ? "code of a store" : signIn.name();
    }

    @Override
    public Intake intake() {
        return wizard.takesScans() ? Intake.TAKE : signIn.intake();
    }

    @Override
    public boolean leavesToField(ScanInput input) {
        return !wizard.takes(input.data()) && signIn.leavesToField(input);
    }

    @Override
    public void scan(ScanInput input, Runnable done) {
        if (wizard.takes(input.data())) {
            wizard.scanned(input.data());
            done.run();
        } else {
            signIn.scan(input, done);
        }
    }
}
