package com.euphoriapos.ui.shell;

import com.euphoriapos.domain.BadgeCode;
import com.euphoriapos.ui.kit.input.ScanContext;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.sound.Tone;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * While nobody is signed in a scan is a badge, or it sounds dull and goes nowhere: kept, it would land in the next person's sale,
 * and typed, in a PIN. Only what comes in during a check, a tenth of a second, waits for its answer: it belongs to whoever is let in.
 * On a page that stands in place of the sign-in, such as the wizard's, a scan is text for the field that has the focus.
 */
public final class SignInScans implements ScanContext {
    private final SignInPresenter presenter;
    private final BooleanSupplier asking;
    private final Consumer<Tone> sounds;

    /**
     * @param asking whether the sign-in is in front
     * @param sounds where the dull tone goes
     */
    public SignInScans(SignInPresenter presenter, BooleanSupplier asking, Consumer<Tone> sounds) {
        this.presenter = presenter;
        this.asking = asking;
        this.sounds = sounds;
    }

    @Override
    public String name() {
        return "login badge";
    }

    @Override
    public Intake intake() {
        return presenter.checking() ? Intake.QUEUE : Intake.TAKE;
    }

    /** The wizard, the recovery and the diagnostics have fields to fill in; the sign-in has none but the PIN. */
    @Override
    public boolean leavesToField(ScanInput input) {
        return !asking.getAsBoolean();
    }

    @Override
    public void scan(ScanInput input, Runnable done) {
        // What was held back for the sale when the lane locked is no attempt either.
        boolean early = input.at().isBefore(presenter.since());
        if (early || !asking.getAsBoolean() || !presenter.takesBadges()) {
            sounds.accept(Tone.HELD);
            done.run();
            return;
        }
        String code = BadgeCode.plain(input.data());
        if (BadgeCode.problem(code).isPresent()) {
            // No attempt: nobody's badge can look so, and five bottles scanned by mistake would lock the lane.
            sounds.accept(Tone.HELD);
            presenter.askForBadge();
            done.run();
            return;
        }
        presenter.badge(code, done);
    }
}
