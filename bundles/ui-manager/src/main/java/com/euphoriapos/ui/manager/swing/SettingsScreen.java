package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.settings.PosConfig;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.present.SerialBackground;
import com.euphoriapos.ui.manager.SettingsPresenter;
import java.util.Optional;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Under More: the store's settings, for those who may change them. */
@Component(service = Screen.class)
public final class SettingsScreen implements Screen {
    private static final int WAITING_MAX = 8;

    private final Edt edt = new Edt();
    private final SerialBackground background = new SerialBackground("pos-settings-screen", WAITING_MAX, edt);
    private final SettingsPresenter presenter;
    private @Nullable SettingsPanel panel;

    @Activate
    public SettingsScreen(@Reference PosConfig config, @Reference Navigator navigator) {
        this.presenter = new SettingsPresenter(config, background, navigator::back);
    }

    @Deactivate
    void stop() {
        edt.later(presenter::detach);
        background.close();
    }

    @Override
    public String id() {
        return "manager.settings";
    }

    @Override
    public String title() {
        return "Settings";
    }

    @Override
    public int order() {
        return 210;
    }

    @Override
    public Menu menu() {
        return Menu.MORE;
    }

    @Override
    public Optional<String> permission() {
        return Optional.of(Permission.MANAGE_SETTINGS.name());
    }

    @Override
    public JComponent component() {
        SettingsPanel known = panel;
        if (known == null) {
            known = new SettingsPanel(presenter);
            presenter.attach(known);
            panel = known;
        }
        return known;
    }

    @Override
    public void shown() {
        presenter.read();
        SettingsPanel known = panel;
        if (known != null) {
            edt.later(known::focusFirst);
        }
    }

    @Override
    public void hidden() {
        presenter.hidden();
    }
}
