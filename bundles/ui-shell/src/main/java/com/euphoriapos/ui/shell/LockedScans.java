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
    public void scan(ScanInput input, Runnable done) {
        if (wizard.takesScans()) {
            wizard.scanned(input.data());
            done.run();
        } else {
            signIn.scan(input, done);
        }
    }
}
