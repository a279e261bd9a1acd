package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.settings.PosConfig;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.manager.SettingsPresenter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Under More: the store's settings, for those who may change them. */
@Component(service = Screen.class)
public final class SettingsScreen extends ManagerScreen {
    private static final Place PLACE = new Place("settings", "Settings", 210, Permission.MANAGE_SETTINGS);
    private static final int WAITING_MAX = 8;

    private final PosConfig config;
    private final SettingsPresenter presenter;
    private final PosConfig.Listener listener = this::changed;

    @Activate
    public SettingsScreen(@Reference PosConfig config, @Reference Navigator navigator) {
        super(PLACE, WAITING_MAX);
        this.config = config;
        this.presenter = new SettingsPresenter(config, background(), navigator::back);
        config.addListener(listener);
    }

    @Deactivate
    void stop() {
        config.removeListener(listener);
        end();
    }

    @Override
    Made make() {
        SettingsPanel panel = new SettingsPanel(presenter);
        presenter.attach(panel);
        return new Made(panel, panel::focusFirst, presenter::read, presenter::hidden, presenter::detach);
    }
}
