package com.euphoriapos.ui.shell;

import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.status.StatusBoard;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.ui.kit.present.Presenter;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Store, lane, chips, clock and person. Screen's thread only. */
public final class LaneBarPresenter extends Presenter<LaneBarView> {
    private static final String PRODUCT = "Euphoria POS";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final Lane lane;
    private final Clock clock;
    private final Supplier<String> notice;
    private @Nullable LaneBarState shown;

    /** @param notice what the lane is about to do, mostly empty */
    public LaneBarPresenter(Lane lane, Clock clock, Supplier<String> notice) {
        this.lane = lane;
        this.notice = notice;
        this.clock = clock;
        lane.onChange(this::refresh);
    }

    @Override
    protected void attached(LaneBarView newView) {
        shown = null;
        refresh();
    }

    /** Called each second: the clock goes on. */
    public void tick() {
        refresh();
    }

    /** Brings the bar up to date. */
    public void refresh() {
        LaneBarView now = view();
        LaneBarState next = state();
        if (now != null && !next.equals(shown)) {
            shown = next;
            now.render(next);
        }
    }

    private LaneBarState state() {
        Optional<StoreSettings> store = lane.store();
        List<StatusItem> items = lane.status().get().map(StatusBoard::items).orElse(List.of()).stream()
                .filter(item -> item.level() != StatusItem.Level.OFF)
                .toList();
        ZoneId zone = store.map(StoreSettings::zone).orElse(clock.getZone());
        return new LaneBarState(
                store.map(StoreSettings::storeName).orElse(PRODUCT),
                store.map(s -> laneName(s.workstationId())).orElse(""),
                items,
                notice.get(),
                TIME.format(clock.instant().atZone(zone)),
                lane.operator().map(Operator::shortName));
    }

    /** "L1" is "Lane 1" on screens; any other id is shown as it is. */
    static String laneName(String workstationId) {
        return workstationId.matches("[Ll]\\d+") ? "Lane " + workstationId.substring(1) : "Lane " + workstationId;
    }
}
