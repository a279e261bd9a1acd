package com.euphoriapos.ui.register.swing;

import com.euphoriapos.domain.Permission;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.widget.MessagePane;
import com.euphoriapos.ui.register.SalePresenter;
import com.euphoriapos.ui.register.SaleScans;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sale screen. The sale itself lives in the core, so a replaced screen shows the same one. */
@Component(service = Screen.class)
public final class SaleScreen extends RegisterScreen {
    private final MoreScreens more;

    @Activate
    public SaleScreen(@Reference RegisterDesk desk, @Reference MoreScreens more) {
        super(desk, Permission.SELL);
        this.more = more;
    }

    @Override
    public String id() {
        return "sale";
    }

    @Override
    public String title() {
        return "Sale";
    }

    @Override
    Made make() {
        MessagePane messages = new MessagePane();
        SalePresenter presenter = new SalePresenter(desk().services(), desk().tools(messages), more::entries);
        SalePanel panel =
                new SalePanel(presenter, messages, new SaleActions(presenter, desk().caps()), desk().currencySign());
        presenter.attach(panel);
        return new Made(panel, SaleScans.of(presenter), presenter::shown, presenter::hidden, presenter::detach);
    }
}
