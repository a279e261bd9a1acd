package com.euphoriapos.ui.register.swing;

import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.widget.MessagePane;
import com.euphoriapos.ui.register.HistoryPresenter;
import com.euphoriapos.ui.register.HistoryScans;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The history of sales and their receipts. */
@Component(service = Screen.class)
public final class HistoryScreen extends RegisterScreen {
    @Activate
    public HistoryScreen(@Reference RegisterDesk desk) {
        super(desk, Permission.READ_HISTORY);
    }

    @Override
    public String id() {
        return "history";
    }

    @Override
    public String title() {
        return "Receipts";
    }

    @Override
    Made make() {
        MessagePane messages = new MessagePane();
        HistoryPresenter presenter = new HistoryPresenter(desk().services(), desk().tools(messages), Clock.systemUTC());
        HistoryPanel panel = new HistoryPanel(presenter, messages, desk().caps());
        presenter.attach(panel);
        return new Made(panel, HistoryScans.of(presenter), presenter::shown, presenter::hidden, presenter::detach);
    }
}
