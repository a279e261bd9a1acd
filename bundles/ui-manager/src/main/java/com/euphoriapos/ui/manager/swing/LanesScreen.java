package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.lane.Cloud;
import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.input.ScanContext;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.present.SerialBackground;
import com.euphoriapos.ui.manager.CloudPresenter;
import com.euphoriapos.ui.manager.LanesPresenter;
import com.euphoriapos.ui.manager.ParkedPresenter;
import java.time.InstantSource;
import java.util.Optional;
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
    private final Cloud cloud;
    private final SerialBackground cloudBackground;
    private final LanesPresenter presenter;
    private final ParkedPresenter parkedPresenter;
    private final CloudPresenter cloudPresenter;
    private final Lanes.Listener listener = this::changed;
    private final Cloud.Listener cloudListener = this::changed;

    @Activate
    public LanesScreen(@Reference Lanes lanes, @Reference Cloud cloud, @Reference Navigator navigator) {
        super(PLACE, WAITING_MAX);
        this.lanes = lanes;
        this.cloud = cloud;
        // A thread of its own: the cloud may take minutes, and a lost lane has to be revoked at once.
        cloudBackground = new SerialBackground("pos-cloud-screen", 1, edt());
        presenter = new LanesPresenter(lanes, background(), InstantSource.system(), navigator::back);
        cloudPresenter = new CloudPresenter(cloud, cloudBackground, InstantSource.system());
        parkedPresenter = new ParkedPresenter(lanes, background(), InstantSource.system());
        lanes.addListener(listener);
        cloud.addListener(cloudListener);
    }

    @Deactivate
    void stop() {
        lanes.removeListener(listener);
        cloud.removeListener(cloudListener);
        cloudBackground.close();
        end();
    }

    @Override
    Made make() {
        LanesPanel panel = new LanesPanel(presenter, cloudPresenter, parkedPresenter);
        presenter.attach(panel);
        cloudPresenter.attach(panel.cloud());
        parkedPresenter.attach(panel.parked());
        return new Made(panel, panel::focusFirst, this::read, this::hide, this::detach);
    }

    private void read() {
        presenter.read();
        cloudPresenter.read();
        parkedPresenter.read();
    }

    private void hide() {
        cloudPresenter.hidden();
        parkedPresenter.close();
        presenter.hidden();
    }

    private void detach() {
        cloudPresenter.detach();
        parkedPresenter.detach();
        presenter.detach();
    }

    @Override
    public Optional<ScanContext> scanContext() {
        return Optional.of(scans);
    }

    /** Taken at once: a scan that waited would be in a field when the form is opened for another code. */
    private final ScanContext scans = new ScanContext() {
        @Override
        public String name() {
            return "lanes";
        }

        @Override
        public void scan(ScanInput input, Runnable done) {
            if (parkedPresenter.isOpen()) {
                parkedPresenter.typed(input.data());
            } else {
                cloudPresenter.scanned(input.data());
            }
            done.run();
        }
    };
}
