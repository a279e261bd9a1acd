package com.euphoriapos.ui.register;

import com.euphoriapos.api.checkout.SuspendedSales.ResumeResult;
import com.euphoriapos.api.checkout.SuspendedSales.Waiting;
import com.euphoriapos.api.settings.StoreSettings;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The suspended sales of all lanes, one of which goes on here. Screen's thread only. */
final class WaitingDesk implements ActDesk {
    private static final Logger log = LoggerFactory.getLogger(WaitingDesk.class);

    private final Acts acts;
    private List<Waiting> sales = List.of();
    private int chosen;
    private boolean loading = true;
    private boolean busy;
    private String error = "";

    WaitingDesk(Acts acts) {
        this.acts = acts;
    }

    /** Reads the list, again after something became of one of them. */
    void load() {
        acts.tools().lookups().run(acts.services().suspended()::waiting, this::loaded, acts::failed);
    }

    private void loaded(List<Waiting> now) {
        String before = chosen < sales.size() ? sales.get(chosen).id() : "";
        sales = List.copyOf(now);
        int same = now.stream().map(Waiting::id).toList().indexOf(before);
        chosen = same >= 0 ? same : Math.max(0, Math.min(chosen, now.size() - 1));
        if (loading) {
            // From now on keys choose one of them.
            log.info("Suspended sales are listed: {}", now.size());
        }
        loading = false;
        if (acts.shows(this)) {
            acts.changed();
        }
    }

    @Override
    public ActSheet sheet() {
        ZoneId zone =
                acts.services().settings().current().map(StoreSettings::zone).orElse(ZoneOffset.UTC);
        return new ActSheet.Suspended(
                sales.stream().map(sale -> SuspendedText.row(sale, zone)).toList(), chosen, loading, busy, error);
    }

    @Override
    public void move(int places) {
        chosen = Math.max(0, Math.min(sales.size() - 1, chosen + places));
        acts.changed();
    }

    /** The first nine by their numbers. */
    @Override
    public void digit(char digit) {
        reason(digit - '1');
    }

    @Override
    public void pad(char digit) {}

    @Override
    public void backspace() {}

    @Override
    public void enter() {
        reason(chosen);
    }

    @Override
    public void reason(int index) {
        if (index < 0 || index >= sales.size()) {
            return;
        }
        chosen = index;
        busy = true;
        error = "";
        acts.changed();
        String id = sales.get(index).id();
        acts.tools().work().run(() -> acts.services().suspended().resume(id), this::answered, acts::failed);
    }

    private void answered(ResumeResult result) {
        busy = false;
        if (result instanceof ResumeResult.Resumed resumed) {
            acts.closeIf(this);
            acts.resumed(resumed);
            return;
        }
        error = SuspendedText.why(result);
        load();
        acts.changed();
    }

    /** A scan is not a mistake here: a chit resumes its sale, an item begins another. */
    @Override
    public boolean takesScans() {
        return true;
    }

    @Override
    public boolean busy() {
        return busy;
    }
}
