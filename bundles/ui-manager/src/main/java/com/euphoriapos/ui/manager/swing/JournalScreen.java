package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.journal.Journal;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.manager.JournalPresenter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Under More: what people did, for those who may read it. */
@Component(service = Screen.class)
public final class JournalScreen extends ManagerScreen {
    private static final Place PLACE = new Place("journal", "Journal", 220, Permission.READ_JOURNAL);
    private static final int WAITING_MAX = 16;

    private final Navigator navigator;
    private final Clock clock = Clock.systemUTC();
    private final Supplier<ZoneId> zone;
    private final JournalPresenter presenter;

    @Activate
    public JournalScreen(@Reference Journal journal, @Reference Settings settings, @Reference Navigator navigator) {
        super(PLACE, WAITING_MAX);
        this.navigator = navigator;
        this.zone = () -> settings.current().map(StoreSettings::zone).orElseGet(ZoneId::systemDefault);
        this.presenter = new JournalPresenter(journal, zone, background(), edt());
    }

    @Deactivate
    void stop() {
        end();
    }

    @Override
    Made make() {
        JournalPanel panel = new JournalPanel(presenter, new JournalPanel.Around(clock, zone, navigator::back));
        presenter.attach(panel);
        return new Made(panel, panel::focusFirst, presenter::read, presenter::hidden, presenter::detach);
    }
}
