package com.euphoriapos.ui.register.swing;

import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.widget.MessagePane;
import com.euphoriapos.ui.register.TenderPresenter;
import com.euphoriapos.ui.register.TenderScans;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tender screen: a screen, not a dialog. */
@Component(service = Screen.class)
public final class TenderScreen extends RegisterScreen {
    private @Nullable TenderPresenter made;

    @Activate
    public TenderScreen(@Reference RegisterDesk desk) {
        super(desk, Permission.SELL);
    }

    @Override
    public String id() {
        return "tender";
    }

    @Override
    public String title() {
        return "Payment";
    }

    /** While a payment is committed the lane does not lock by itself. */
    @Override
    public boolean busy() {
        TenderPresenter presenter = made;
        return presenter != null && presenter.busy();
    }

    @Override
    Made make() {
        MessagePane messages = new MessagePane();
        TenderPresenter presenter = new TenderPresenter(desk().services(), desk().tools(messages));
        made = presenter;
        TenderPanel panel = new TenderPanel(presenter, messages, desk().caps());
        presenter.attach(panel);
        return new Made(panel, TenderScans.of(presenter), presenter::shown, presenter::hidden, presenter::detach);
    }
}
