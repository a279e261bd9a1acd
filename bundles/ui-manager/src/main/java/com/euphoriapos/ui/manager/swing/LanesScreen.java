package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.manager.LanesPresenter;
import java.time.InstantSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Under More: the lanes of the store, for those who may let them in and out. */
@Component(service = Screen.class)
public final class LanesScreen extends ManagerScreen {
    private static final Place PLACE = new Place("lanes", "Lanes", 230, Permission.MANAGE_LANES);
    private static final int WAITING_MAX = 4;

    private final Lanes lanes;
    private final LanesPresenter presenter;
    private final Lanes.Listener listener = this::changed;

    @Activate
    public LanesScreen(@Reference Lanes lanes, @Reference Navigator navigator) {
        super(PLACE, WAITING_MAX);
        this.lanes = lanes;
        this.presenter = new LanesPresenter(lanes, background(), InstantSource.system(), navigator::back);
        lanes.addListener(listener);
    }

    @Deactivate
    void stop() {
        lanes.removeListener(listener);
        end();
    }

    @Override
    Made make() {
        LanesPanel panel = new LanesPanel(presenter);
        presenter.attach(panel);
        return new Made(panel, panel::focusFirst, presenter::read, presenter::hidden, presenter::detach);
    }
}
