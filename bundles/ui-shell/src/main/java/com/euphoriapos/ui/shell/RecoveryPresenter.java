package com.euphoriapos.ui.shell;

import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Presenter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way back when the secret store is lost or out of reach: without it no PIN can be checked. Screen's thread only. */
public final class RecoveryPresenter extends Presenter<RecoveryView> {
    private static final Logger log = LoggerFactory.getLogger(RecoveryPresenter.class);

    private final Lane lane;
    private final Background background;
    private final Runnable recovered;
    private String error = "";
    private boolean busy;

    /** @param recovered called when PINs work again */
    public RecoveryPresenter(Lane lane, Background background, Runnable recovered) {
        this.lane = lane;
        this.background = background;
        this.recovered = recovered;
        lane.onChange(this::render);
    }

    @Override
    protected void attached(RecoveryView newView) {
        render();
    }

    /** Tries a code as typed. */
    public void recover(String code) {
        Optional<LaneSetup> setup = lane.setup().get();
        if (busy || setup.isEmpty()) {
            return;
        }
        if (code.isBlank()) {
            error = "Type the recovery code first";
        } else {
            error = "";
            busy = true;
            background.run(() -> setup.get().recover(code.strip()), this::answered, this::failed);
        }
        render();
    }

    private void answered(LaneSetup.RecoveryResult result) {
        busy = false;
        if (result instanceof LaneSetup.RecoveryResult.Refused refused) {
            error = refused.reason();
        } else {
            recovered.run();
        }
        render();
    }

    private void failed(Exception e) {
        log.error("the recovery failed", e);
        busy = false;
        error = "The code could not be tried; try again";
        render();
    }

    private void render() {
        RecoveryView now = view();
        if (now != null) {
            Optional<LaneSetup.State> state = lane.setup().get().map(LaneSetup::state);
            now.explain(
                    state.filter(LaneSetup.State.SECRETS_UNREACHABLE::equals).isPresent());
            now.render(error, busy);
        }
    }
}
