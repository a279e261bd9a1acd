package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.manager.ReviewsPresenter;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Under More: what the merging of lanes put up for a manager. */
@Component(service = Screen.class)
public final class ReviewsScreen extends ManagerScreen {
    private static final Place PLACE = new Place("reviews", "Review", 240, Permission.MANAGE_LANES);
    private static final int WAITING_MAX = 4;

    private final Lanes lanes;
    private final Supplier<ZoneId> zone;
    private final ReviewsPresenter presenter;
    private final Lanes.Listener listener = this::changed;

    @Activate
    public ReviewsScreen(@Reference Lanes lanes, @Reference Settings settings, @Reference Navigator navigator) {
        super(PLACE, WAITING_MAX);
        this.lanes = lanes;
        this.zone = () -> settings.current().map(StoreSettings::zone).orElseGet(ZoneId::systemDefault);
        this.presenter = new ReviewsPresenter(lanes, background(), navigator::back);
        lanes.addListener(listener);
    }

    @Deactivate
    void stop() {
        lanes.removeListener(listener);
        end();
    }

    @Override
    Made make() {
        ReviewsPanel panel = new ReviewsPanel(presenter, zone);
        presenter.attach(panel);
        return new Made(panel, panel::focusFirst, presenter::read, presenter::hidden, presenter::detach);
    }
}
