package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.journal.Journal;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.present.SerialBackground;
import com.euphoriapos.ui.manager.JournalPresenter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Under More: what people did, for those who may read it. */
@Component(service = Screen.class)
public final class JournalScreen implements Screen {
    private static final int WAITING_MAX = 16;

    private final Edt edt = new Edt();
    private final SerialBackground background = new SerialBackground("pos-journal-screen", WAITING_MAX, edt);
    private final Navigator navigator;
    private final Clock clock = Clock.systemUTC();
    private final Supplier<ZoneId> zone;
    private final JournalPresenter presenter;
    private @Nullable JournalPanel panel;

    @Activate
    public JournalScreen(@Reference Journal journal, @Reference Settings settings, @Reference Navigator navigator) {
        this.navigator = navigator;
        this.zone = () -> settings.current().map(StoreSettings::zone).orElseGet(ZoneId::systemDefault);
        this.presenter = new JournalPresenter(journal, zone, background, edt);
    }

    @Deactivate
    void stop() {
        edt.later(presenter::detach);
        background.close();
    }

    @Override
    public String id() {
        return "manager.journal";
    }

    @Override
    public String title() {
        return "Journal";
    }

    @Override
    public int order() {
        return 220;
    }

    @Override
    public Menu menu() {
        return Menu.MORE;
    }

    @Override
    public Optional<String> permission() {
        return Optional.of(Permission.READ_JOURNAL.name());
    }

    @Override
    public JComponent component() {
        JournalPanel known = panel;
        if (known == null) {
            known = new JournalPanel(presenter, new JournalPanel.Around(clock, zone, navigator::back));
            presenter.attach(known);
            panel = known;
        }
        return known;
    }

    @Override
    public void shown() {
        presenter.read();
        JournalPanel known = panel;
        if (known != null) {
            edt.later(known::focusFirst);
        }
    }

    @Override
    public void hidden() {
        presenter.hidden();
    }
}
